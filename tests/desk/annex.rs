//! The annex: pallets, places, floor and flows worked by hand.

use crate::{listing, near, places};
use beredd::desk::annex::{Found, Goods, Keeping, Lack, Question, annex, problems};
use beredd::desk::lists::STOCK;
use beredd::desk::stock_rows::read;
use jiff::civil::date;

const LIST: &str = "article,site,from,flow,temperature,on-hand,daily-use,pallet,volume,lines,critical\n\
    1,CL,,drugs,rum,250,10,100,,730,ja\n\
    2,CL,,drugs,kyl,700,7,,2,365,nej\n\
    1,IVA,CL,drugs,,30,4,100,,100,ja\n\
    3,CL,,food,frys,5,1,,,,nej\n";

fn question() -> Question {
    Question {
        m2_per_pallet: 0.84,
        m3_per_pallet: 1.4,
        peak_factor: 1.5,
        reserves: vec![30.0],
        offered: vec![(Goods::All, 5.04), (Goods::Kept(Keeping::Cold), 0.8), (Goods::Flow("drugs".to_owned()), 4.2)],
        knows_critical: true,
        today: date(2026, 11, 22),
        site: None,
    }
}

fn found(question: &Question) -> Found {
    annex(&read(&listing(&STOCK, &["on-hand"], LIST)).unwrap(), question)
}

#[test]
fn pallets_places_and_floor_now_and_with_a_reserve() {
    let found = found(&question());
    assert_eq!(found.levels, [0.0, 30.0]);
    // Room: 2.5 pallets on 3 places and 0.3 on 1. A unit of the cold one takes 2 litres: 700 on 1.4 m³, 1 place.
    let now = found.room(&Goods::Kept(Keeping::Room), 0);
    near(now.pallets, 2.8);
    assert_eq!((now.places, found.room(&Goods::Kept(Keeping::Cold), 0).places), (4, 1));
    near(now.area_m2, 4.0 * 0.84);
    // 300 more of the critical one where it comes in, none of it again at IVA: 5.5 pallets on 6 places.
    let month = found.room(&Goods::All, 1);
    near(month.pallets, 5.5 + 0.3 + 1.0);
    assert_eq!(month.places, 6 + 1 + 1);
    assert_eq!((found.without_size.as_slice(), found.by_volume), (["3".to_owned()].as_slice(), 1));
    assert_eq!((found.without_keeping, found.without_lines, found.internal_rows), (1, 1, 1));
}

#[test]
fn what_goes_in_and_out_in_a_day() {
    let found = found(&question());
    let of = |keeping: Keeping| found.parts.iter().find(|part| part.keeping == keeping).unwrap();
    // 830 lines a year; ten units a day of 100 on 1.4 m³.
    near(of(Keeping::Room).lines_per_day, 830.0 / 365.0);
    near(of(Keeping::Room).m3_per_day, 0.14);
    near(of(Keeping::Room).pallets_per_day, 0.1);
    near(of(Keeping::Cold).m3_per_day, 0.014);
    near(of(Keeping::Cold).pallets_per_day, 0.01);
}

#[test]
fn area_offered_is_held_against_area_needed() {
    let found = found(&question());
    let [all, cold, drugs] = found.fits.as_slice() else { panic!("three offers: {:?}", found.fits) };
    assert_eq!((&all.goods, &cold.goods), (&Goods::All, &Goods::Kept(Keeping::Cold)));
    // 5.04 m² are six places; one is cold, one at IVA, so four are left: 400 units, 150 more than there are, 15 days.
    assert_eq!(all.most_days, Some(15));
    near(all.needed_m2[1], 8.0 * 0.84);
    assert_eq!(cold.most_days, None, "one place takes 0.84 m²");
    // Five places for drugs, of which three hold the critical one: 300 units, 5 days.
    assert_eq!(drugs.most_days, Some(5));
}

#[test]
fn one_site_by_itself_counts_all_that_it_uses() {
    let found = found(&Question { site: Some("IVA".to_owned()), ..question() });
    // 30 there and 4 a day for 30 days: 1.5 pallets.
    near(found.room(&Goods::All, 1).pallets, 1.5);
    assert_eq!(found.internal_rows, 0);
}

#[test]
fn without_a_column_of_critical_articles_reserves_are_of_all() {
    let found = found(&Question { knows_critical: false, ..question() });
    near(found.room(&Goods::Kept(Keeping::Cold), 1).pallets, 910.0 / 700.0);
}

#[test]
fn what_no_store_has_is_a_problem_of_its_row() {
    let text = "article,on-hand,daily-use,temperature,pallet\n\
        1,1,1,rum,\n2,1,1,sval,\n3,1000000001,1,,\n4,1,2739727,,\n5,1,2739726,,0.009\n6,1000000000,1,,0.01\n";
    let listing = listing(&STOCK, &["on-hand"], text);
    let found = problems(&listing, 1.4);
    assert_eq!(places(&found), [(Some(3), "other"), (Some(4), "other"), (Some(5), "other"), (Some(6), "other")]);
    // The largest that is taken lies within the bounds of whole numbers.
    let rows = [read(&listing).unwrap().remove(5)];
    let question = Question { reserves: vec![3650.0], knows_critical: false, ..question() };
    near(annex(&rows, &question).room(&Goods::All, 0).pallets, 1e11);
}

#[test]
fn what_the_list_does_not_say_is_not_judged() {
    let offered = |goods: Goods, text: &str| {
        let rows = read(&listing(&STOCK, &["on-hand"], text)).unwrap();
        let found = annex(&rows, &Question { offered: vec![(goods, 400.0)], knows_critical: false, ..question() });
        let fit = &found.fits[0];
        (fit.lacks, fit.rows, fit.without_size, fit.most_days)
    };
    let bare = "article,on-hand,daily-use\n1,250,10\n2,700,7\n";
    assert_eq!(offered(Goods::Kept(Keeping::Cold), bare), (Some(Lack::Temperature), 0, 0, None));
    assert_eq!(offered(Goods::All, bare), (Some(Lack::Size), 2, 2, None));
    // All say that they are kept at room temperature: there is nothing cold, and that is known.
    let room = "article,on-hand,daily-use,temperature,pallet\n1,250,10,rum,100\n2,700,7,rum,\n";
    assert_eq!(offered(Goods::Kept(Keeping::Cold), room).0, None);
    // 400 m² of 0.84 are 476 places: 47,600 units, 47,350 more than there are, 4,735 days: beyond ten years, of one row of two.
    assert_eq!(offered(Goods::All, room), (None, 2, 1, Some(3650)));
}

#[test]
fn expired_goods_take_room_and_are_counted() {
    let text = "article,on-hand,daily-use,pallet,expires\n1,250,10,100,2026-11-21\n2,100,1,100,2026-11-22\n";
    let found = annex(&read(&listing(&STOCK, &["on-hand"], text)).unwrap(), &question());
    assert_eq!((found.expired_rows, found.room(&Goods::All, 0).places), (1, 4));
}
