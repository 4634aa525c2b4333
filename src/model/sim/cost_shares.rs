//! Who bears what joint owners pay (V35): each line is divided among the parties, and no öre is lost.

use super::cost::{Component, CostLine};
use crate::plan::site::Owner;
use crate::units::{Ore, PerMillion};
use std::collections::BTreeMap;

/// All of a cost, in millionths.
const WHOLE: i128 = 1_000_000;

/// The lines with those of joint owners divided among the parties; sorted by component and payer.
pub fn shared(owners: &[Owner], lines: Vec<CostLine>) -> Vec<CostLine> {
    let mut sums: BTreeMap<(Component, u32), i64> = BTreeMap::new();
    for line in lines {
        let mut add = |payer: u32, part: i64| *sums.entry((line.component, payer)).or_default() += part;
        match owners[line.payer as usize].shares.as_slice() {
            [] => add(line.payer, line.per_year.0),
            shares => {
                for (&(party, _), part) in shares.iter().zip(parts(line.per_year, shares)) {
                    add(party, part);
                }
            }
        }
    }
    let line = |((component, payer), sum)| CostLine { component, payer, per_year: Ore(sum) };
    sums.into_iter().map(line).collect()
}

/// The parts of a sum: each is the difference of two rounded running totals, so together they are the sum.
fn parts(sum: Ore, shares: &[(u32, PerMillion)]) -> Vec<i64> {
    let (mut so_far, mut given) = (0, 0);
    let part = |(_, share): &(u32, PerMillion)| {
        so_far += i128::from(share.0);
        let until = i64::try_from((i128::from(sum.0) * so_far + WHOLE / 2).div_euclid(WHOLE));
        let until = until.expect("a part is no larger than the whole");
        let part = until - given;
        given = until;
        part
    };
    shares.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(shares: &[(u32, i64)]) -> Owner {
        let shares = shares.iter().map(|&(party, share)| (party, PerMillion(share))).collect();
        Owner { id: String::new(), is_supplier: false, shares }
    }

    #[test]
    fn a_joint_cost_is_divided_and_nothing_is_lost() {
        let owners = [owner(&[]), owner(&[]), owner(&[]), owner(&[(0, 333_333), (1, 333_333), (2, 333_334)])];
        let line = |component, payer, sum| CostLine { component, payer, per_year: Ore(sum) };
        let lines =
            vec![line(Component::Storage, 0, 7), line(Component::Storage, 3, 100), line(Component::Picking, 1, 5)];
        // 100 öre in three: 33.3333 → 33; 66.6666 → 67, so 34; 100, so 33.
        let expected = [
            line(Component::Storage, 0, 40),
            line(Component::Storage, 1, 34),
            line(Component::Storage, 2, 33),
            line(Component::Picking, 1, 5),
        ];
        assert_eq!(shared(&owners, lines), expected);
    }

    #[test]
    fn what_nobody_shares_stays_as_it_is() {
        let lines = vec![CostLine { component: Component::Capital, payer: 0, per_year: Ore(-3) }];
        assert_eq!(shared(&[owner(&[])], lines.clone()), lines);
    }
}
