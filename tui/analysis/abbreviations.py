"""Abbreviated titles, whose point ends no sentence."""

from __future__ import annotations

ABBREVIATED_TITLES = frozenset(
    (
        "Ald. Amb. Asst. Atty. Brig. Capt. Cllr. Cmdr. Col. Cpl. Cst. Dep. Dept. Det. Drs. Fr. Gens. Govs. Hon. "
        "Insp. Lt. Maj. Mme. Mmes. Msgr. Ofc. Pfc. Pres. Profs. Pte. Pvt. Reps. Sec. Sens. Sgt. Sgts. Snr. Spc. "
        "Sr. Supt. Univ."
    ).split()
)
"""Titles and the like that spaCy's English tokenizer cuts in two, as it does not "Gen." and "Jr."."""
