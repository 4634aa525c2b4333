//! A heap whose nodes have four children: half as deep as a binary one, so a large one misses the cache half as often.

/// Children of a node. Four entries of 24 bytes lie in two lines of the cache.
const CHILDREN: usize = 4;

/// What is ordered in a heap: by its key, which no two entries share.
pub trait Keyed: Copy {
    /// The key; the least leaves first.
    fn key(&self) -> u128;
}

/// Entries of which the least leaves first.
#[derive(Clone, Debug)]
pub struct Heap<E> {
    entries: Vec<E>,
}

impl<E> Default for Heap<E> {
    fn default() -> Self {
        Heap { entries: Vec::new() }
    }
}

impl<E: Keyed> Heap<E> {
    /// Adds an entry.
    #[inline]
    pub fn push(&mut self, entry: E) {
        self.entries.push(entry);
        self.rise(self.entries.len() - 1, entry);
    }

    /// The least entry, which stays.
    #[inline]
    pub fn least(&self) -> Option<&E> {
        self.entries.first()
    }

    /// Takes the least entry.
    pub fn pop(&mut self) -> Option<E> {
        let last = self.entries.pop()?;
        let Some(&least) = self.entries.first() else { return Some(last) };
        // The hole sinks to a leaf before the last entry fills it: that one came late and seldom belongs higher.
        let mut hole = 0;
        while let Some(child) = self.least_child(hole) {
            self.entries[hole] = self.entries[child];
            hole = child;
        }
        self.rise(hole, last);
        Some(least)
    }

    /// All entries, in no particular order.
    pub fn entries(&self) -> &[E] {
        &self.entries
    }

    /// Forgets all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// Becomes a copy of another heap, reusing its own memory.
    pub fn copy_from(&mut self, other: &Heap<E>) {
        self.entries.clone_from(&other.entries);
    }

    /// Fills a hole with an entry, or moves parents down until it fits.
    #[inline]
    fn rise(&mut self, mut hole: usize, entry: E) {
        while hole > 0 {
            let parent = (hole - 1) / CHILDREN;
            if self.entries[parent].key() <= entry.key() {
                break;
            }
            self.entries[hole] = self.entries[parent];
            hole = parent;
        }
        self.entries[hole] = entry;
    }

    /// The place of the least child of a node, if it has any.
    #[inline]
    fn least_child(&self, node: usize) -> Option<usize> {
        let first = node * CHILDREN + 1;
        let children = self.entries.get(first..)?;
        let less = |a: usize, b: usize| if children[b].key() < children[a].key() { b } else { a };
        // Pairs and a final: the comparisons do not wait for one another.
        let least = match children.len() {
            0 => return None,
            1 => 0,
            2 => less(0, 1),
            3 => less(less(0, 1), 2),
            _ => less(less(0, 1), less(2, 3)),
        };
        Some(first + least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Keyed for u32 {
        fn key(&self) -> u128 {
            u128::from(*self)
        }
    }

    #[test]
    fn every_order_of_few_and_many_leaves_sorted() {
        // 7,919 is prime and 12,289 as well, so each length has an order of its own and no number comes twice.
        for length in (0..40).chain([341, 342, 2_000]) {
            let mut heap = Heap::default();
            let mut sorted: Vec<u32> = (1..=length).map(|n| n * 7_919 % 12_289).collect();
            sorted.iter().for_each(|&number| heap.push(number));
            sorted.sort_unstable();
            let left: Vec<u32> = std::iter::from_fn(|| heap.pop()).collect();
            assert_eq!(left, sorted, "{length} entries");
        }
    }
}
