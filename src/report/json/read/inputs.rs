//! What was run.

use super::ReadError;
use super::at::At;
use super::cells::component;
use crate::engine::calendar::DayPhase;
use crate::order::Gather;
use crate::plan::endurance::StopPlan;
use crate::scenario::model::{MoneyUnit, Origins, Title, ValueOrigin};
use crate::study::findings::{CutInput, CutOwn, FlowInput, Inputs, ReserveInput, ScenarioInput, Truncation};

/// All of the inputs.
pub(super) fn inputs(at: &At) -> Result<Inputs, ReadError> {
    let reserve = |at: &At| {
        Ok(ReserveInput {
            id: at.key("id")?.text()?,
            title: title(&at.key("title")?)?,
            days: at.key("days")?.number()?,
        })
    };
    Ok(Inputs {
        title: title(&at.key("title")?)?,
        largest_unmodelled_risk: at.key("largest_unmodelled_risk")?.unless_null(title)?,
        scenarios: at.key("scenarios")?.list(scenario)?,
        reserves: at.key("reserves")?.list(reserve)?,
        cuts: at.key("cuts")?.list(cut)?,
        thresholds: at.key("thresholds")?.list(At::number)?,
        levels: at.key("levels")?.list(At::count)?,
        cap_days: at.key("cap_days")?.count()?,
        required_probability: at.key("required_probability")?.number()?,
        required_article_share: at.key("required_article_share")?.number()?,
        compare_to: at.key("compare_to")?.text()?,
        replications: at.key("replications")?.count()?,
        seed: at.key("seed")?.count()?,
        money: at.key("money")?.one_of(&MoneyUnit::ALL, MoneyUnit::id)?,
        measured_days: at.key("measured_days")?.count()?,
        version: at.key("version")?.text()?,
        files: at.key("files")?.entries(|path, hash| Ok((path.to_owned(), hash.text()?)))?,
        settings: at.key("settings")?.list(At::text)?,
        remarks: at.key("remarks")?.list(At::text)?,
    })
}

fn cut(at: &At) -> Result<CutInput, ReadError> {
    Ok(CutInput {
        id: at.key("id")?.text()?,
        title: title(&at.key("title")?)?,
        takes_largest_site: at.key("takes_largest_site")?.truth()?,
        own: own(at)?,
    })
}

fn own(at: &At) -> Result<CutOwn, ReadError> {
    let days = |key| at.maybe_key(key).map(|at| at.count()).transpose();
    let stop = days("length_days")?.zip(days("follow_days")?);
    Ok(CutOwn {
        stop: stop.map(|(length_days, follow_days)| StopPlan { length_days, follow_days }),
        with: at.maybe_key("with").map_or_else(|| Ok(Vec::new()), |at| at.list(title))?,
        rationing: at.maybe_key("rationing").map(|at| at.text()).transpose()?,
        express: at.maybe_key("express").map(|at| at.truth()).transpose()?,
    })
}

fn scenario(at: &At) -> Result<ScenarioInput, ReadError> {
    let size = at.key("size")?;
    let lump_sum = |at: &At| Ok((at.key("id")?.text()?, title(&at.key("title")?)?, at.key("per_year")?.number()?));
    Ok(ScenarioInput {
        id: at.key("id")?.text()?,
        title: title(&at.key("title")?)?,
        remark: at.key("remark")?.unless_null(title)?,
        day_order: at
            .key("day_order")?
            .list(|at| at.one_of(&DayPhase::DEFAULT_ORDER, DayPhase::name).map(DayPhase::name))?,
        warm_up_days: at.key("warm_up_days")?.count()?,
        size: (size.key("articles")?.count()?, size.key("sites")?.count()?, size.key("cells")?.count()?),
        largest_site: at.key("largest_site")?.entries(|reserve, at| Ok((reserve.to_owned(), title(at)?)))?,
        not_included: at.key("not_included")?.list(component)?,
        lump_sums: at.key("lump_sums")?.list(lump_sum)?,
        flows: at.key("flows")?.list(flow)?,
        families: at.key("families")?.entries(|id, at| Ok((id.to_owned(), title(at)?)))?,
        groups: at.key("groups")?.entries(|id, at| Ok((id.to_owned(), title(at)?)))?,
        owners: at.key("owners")?.entries(|id, at| Ok((id.to_owned(), title(at)?)))?,
        price_year: at.key("price_year")?.unless_null(At::whole)?,
        critical_decided_by: at.key("critical_decided_by")?.entries(|name, at| Ok((name.to_owned(), at.count()?)))?,
        truncation: truncation(&at.key("truncation")?)?,
        origins: origins(&at.key("origins")?)?,
    })
}

fn flow(at: &At) -> Result<FlowInput, ReadError> {
    Ok(FlowInput {
        id: at.key("id")?.text()?,
        title: title(&at.key("title")?)?,
        need: title(&at.key("need")?)?,
        unit: title(&at.key("unit")?)?,
        articles: at.key("articles")?.count()?,
        not_assessed: at.key("not_assessed")?.unless_null(title)?,
    })
}

fn truncation(at: &At) -> Result<Truncation, ReadError> {
    Ok(Truncation {
        entries: at.key("entries")?.count()?,
        shrunk: at.key("shrunk")?.count()?,
        median_ratio: at.key("median_ratio")?.maybe_number()?,
    })
}

fn origins(at: &At) -> Result<Origins, ReadError> {
    let entries = at.entries(|path, at| {
        let origin = ValueOrigin {
            kind: at.key("kind")?.text()?,
            source: at.key("source")?.text()?,
            range: at.key("range")?.text()?,
            value: at.key("value")?.text()?,
        };
        Ok((path.to_owned(), origin))
    })?;
    Ok(Origins { entries: entries.into_iter().into_map() })
}

fn title(at: &At) -> Result<Title, ReadError> {
    Ok(Title { sv: at.key("sv")?.text()?, en: at.key("en")?.text()? })
}
