//! The rows of all replications of a cell of the study, of which only so many stay in memory.
//!
//! Findings need every value of a figure: quantiles are exact, differences are taken in pairs. But they need one figure at a time, and
//! a figure looks at one part of the row: the run, one claim of one cut, its parts of need, or its stop. So each part has a *strip* of
//! its own, in which the replications follow each other, packed as bytes. Once the strips of a cell together are as long as is kept in
//! memory, they are cut off and put into a file ([`Spare`]). To read a part is to go through the pieces of its strip, one after
//! another, with one piece in memory.
//!
//! Why strips and not rows: a region has more than a thousand figures, and a row some hundred numbers for each cut; whole rows would
//! be unpacked anew for every figure. A part has some tens of numbers, unpacked into a value whose memory is used again. Why not a
//! strip for each number: parts are plain structs, and who reads them writes `row.service.fill_rate`.
//!
//! A figure asks with a function of the part and gets an iterator, so that only what it wants is in memory: eight bytes for each
//! replication, as a rule.

mod packed;
mod spare;
#[cfg(test)]
mod tests;

use super::row::{ClaimRow, CutRow, ReadingRow, Row, RunRow, SliceRows, StopRow};
use packed::Packed;
use spare::SpareFile;
use std::marker::PhantomData;
use std::sync::Arc;

pub use spare::{Spare, SpareError};

/// Rows in the order of their replications.
#[derive(Clone, Debug)]
pub struct Rows {
    spare: Spare,
    file: Option<Arc<SpareFile>>,
    count: usize,
    run: Strip<RunRow>,
    cuts: Vec<CutStrips>,
}

#[derive(Clone, Debug)]
struct CutStrips {
    claims: Vec<ClaimStrips>,
    stops: Strip<Vec<Option<StopRow>>>,
}

#[derive(Clone, Debug)]
struct ClaimStrips {
    readings: Strip<Vec<ReadingRow>>,
    slices: Strip<Vec<SliceRows>>,
}

impl Rows {
    /// No rows yet. `claims` are the numbers of claims of the cuts.
    pub fn new(claims: impl IntoIterator<Item = usize>, spare: &Spare) -> Rows {
        let claim = || ClaimStrips { readings: Strip::new(), slices: Strip::new() };
        let cut = |claims: usize| CutStrips { claims: (0..claims).map(|_| claim()).collect(), stops: Strip::new() };
        Rows {
            spare: spare.clone(),
            file: None,
            count: 0,
            run: Strip::new(),
            cuts: claims.into_iter().map(cut).collect(),
        }
    }

    /// Adds the row of the next replication.
    ///
    /// # Errors
    /// There are more rows than are kept in memory, and the file for them cannot be made or written.
    ///
    /// # Panics
    /// If the row has other cuts or claims than the rows have: it is of another plan.
    pub fn push(&mut self, mut row: Row) -> Result<(), SpareError> {
        self.run.push(&mut row.run);
        assert_eq!(row.cuts.len(), self.cuts.len(), "a row has the cuts of its plan");
        for (strips, CutRow { claims, stops }) in self.cuts.iter_mut().zip(&mut row.cuts) {
            assert_eq!(claims.len(), strips.claims.len(), "a cut has the claims of its plan");
            for (strips, claim) in strips.claims.iter_mut().zip(claims) {
                strips.readings.push(&mut claim.readings);
                strips.slices.push(&mut claim.slices);
            }
            strips.stops.push(stops);
        }
        self.count += 1;
        let bytes: usize = self.tapes().map(|tape| tape.end.len()).sum();
        if bytes > self.spare.kept_bytes { self.put_away() } else { Ok(()) }
    }

    /// Says that no more rows come. If some were put away, the rest follows them.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(&mut self) -> Result<(), SpareError> {
        if self.file.is_some() {
            self.put_away()?;
        }
        self.tapes().for_each(|tape| tape.end.shrink_to_fit());
        Ok(())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// For each cut, how many claims it has.
    pub fn claims(&self) -> impl Iterator<Item = usize> {
        self.cuts.iter().map(|cut| cut.claims.len())
    }

    /// What `of` says of every run.
    pub fn of_runs<A>(&self, of: impl FnMut(&RunRow) -> A) -> impl Iterator<Item = Result<A, SpareError>> {
        self.run.read(self.file.as_deref(), of)
    }

    /// What `of` says of the probes of every replication, of one claim of one cut.
    pub fn of_readings<A>(
        &self,
        cut: usize,
        claim: usize,
        mut of: impl FnMut(&[ReadingRow]) -> A,
    ) -> impl Iterator<Item = Result<A, SpareError>> {
        self.cuts[cut].claims[claim].readings.read(self.file.as_deref(), move |readings| of(readings))
    }

    /// The same of the parts of need.
    pub fn of_slices<A>(
        &self,
        cut: usize,
        claim: usize,
        mut of: impl FnMut(&[SliceRows]) -> A,
    ) -> impl Iterator<Item = Result<A, SpareError>> {
        self.cuts[cut].claims[claim].slices.read(self.file.as_deref(), move |slices| of(slices))
    }

    /// The same of a cut that ends.
    pub fn of_stops<A>(
        &self,
        cut: usize,
        mut of: impl FnMut(&[Option<StopRow>]) -> A,
    ) -> impl Iterator<Item = Result<A, SpareError>> {
        self.cuts[cut].stops.read(self.file.as_deref(), move |stops| of(stops))
    }

    /// All rows, put together and in memory: for a look at the replications of a small run.
    ///
    /// # Errors
    /// Rows that were put away cannot be read back.
    pub fn whole(&self) -> Result<Vec<Row>, SpareError> {
        let no_cuts = |run: &RunRow| Row { run: run.clone(), cuts: Vec::new() };
        let mut all = self.of_runs(no_cuts).collect::<Result<Vec<Row>, _>>()?;
        for (cut, claims) in self.claims().enumerate() {
            for (row, stops) in all.iter_mut().zip(self.of_stops(cut, <[_]>::to_vec)) {
                row.cuts.push(CutRow { claims: Vec::new(), stops: stops? });
            }
            for claim in 0..claims {
                let parts = self.of_readings(cut, claim, <[_]>::to_vec).zip(self.of_slices(cut, claim, <[_]>::to_vec));
                for (row, (readings, slices)) in all.iter_mut().zip(parts) {
                    row.cuts[cut].claims.push(ClaimRow { readings: readings?, slices: slices? });
                }
            }
        }
        Ok(all)
    }

    /// Moves all that is in memory to the file.
    fn put_away(&mut self) -> Result<(), SpareError> {
        let file = match &self.file {
            Some(file) => Arc::clone(file),
            None => Arc::clone(self.file.insert(Arc::new(SpareFile::new(&self.spare.folder)?))),
        };
        self.tapes().try_for_each(|tape| tape.put_away(&file))
    }

    fn tapes(&mut self) -> impl Iterator<Item = &mut Tape> {
        let of_cuts = self.cuts.iter_mut().flat_map(|cut| {
            let of_claims = cut.claims.iter_mut();
            let of_claims = of_claims.flat_map(|claim| [&mut claim.readings.tape, &mut claim.slices.tape]);
            of_claims.chain(std::iter::once(&mut cut.stops.tape))
        });
        std::iter::once(&mut self.run.tape).chain(of_cuts)
    }
}

/// One part of all rows.
#[derive(Clone, Debug)]
struct Strip<T> {
    tape: Tape,
    of: PhantomData<fn() -> T>,
}

/// The bytes of a strip: pieces in the file, and the end of it in memory.
#[derive(Clone, Debug)]
struct Tape {
    pieces: Vec<Piece>,
    end: Vec<u8>,
}

/// Where a piece lies in the file.
#[derive(Clone, Copy, Debug)]
struct Piece {
    begin: u64,
    bytes: usize,
}

impl<T: Packed> Strip<T> {
    fn new() -> Strip<T> {
        Strip { tape: Tape { pieces: Vec::new(), end: Vec::new() }, of: PhantomData }
    }

    fn push(&mut self, part: &mut T) {
        part.carry(&mut self.tape.end);
    }

    /// What `of` says of every part, in order.
    fn read<'s, A, F: FnMut(&T) -> A>(&'s self, file: Option<&'s SpareFile>, of: F) -> Reading<'s, T, F> {
        Reading { tape: &self.tape, file, next: 0, piece: Vec::new(), at: 0, part: T::blank(), of }
    }
}

impl Tape {
    fn put_away(&mut self, file: &SpareFile) -> Result<(), SpareError> {
        if !self.end.is_empty() {
            let begin = file.append(&self.end)?;
            self.pieces.push(Piece { begin, bytes: self.end.len() });
            self.end.clear();
        }
        Ok(())
    }
}

/// A way through a strip.
struct Reading<'s, T, F> {
    tape: &'s Tape,
    file: Option<&'s SpareFile>,
    /// The piece to be read next. The end in memory is the one after the last; beyond it there is nothing.
    next: usize,
    /// The piece before that, if it came from the file.
    piece: Vec<u8>,
    /// How much of it was unpacked.
    at: usize,
    part: T,
    of: F,
}

impl<T: Packed, A, F: FnMut(&T) -> A> Iterator for Reading<'_, T, F> {
    type Item = Result<A, SpareError>;

    fn next(&mut self) -> Option<Self::Item> {
        let pieces = &self.tape.pieces;
        loop {
            let bytes = if self.next > pieces.len() { &self.tape.end } else { &self.piece };
            if let Some(mut rest) = bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
                self.part.carry(&mut rest);
                self.at = bytes.len() - rest.len();
                return Some(Ok((self.of)(&self.part)));
            }
            match pieces.get(self.next) {
                Some(piece) => {
                    let file = self.file.expect("there are pieces where there is a file");
                    self.piece.resize(piece.bytes, 0);
                    if let Err(error) = file.read(piece.begin, &mut self.piece) {
                        (self.next, self.at) = (pieces.len() + 1, self.tape.end.len());
                        return Some(Err(error));
                    }
                }
                None if self.next > pieces.len() => return None,
                None => {}
            }
            (self.next, self.at) = (self.next + 1, 0);
        }
    }
}
