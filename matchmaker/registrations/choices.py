"""Regions, sides, yes and no, as people write them in French, Dutch and English."""

import re

from matchmaker.registrations.folding import bare

REGIONS = {
    "FR": "fr france frankrijk hautsdefrance hdf nord pasdecalais nordpasdecalais picardie "
    "noordfrankrijk northernfrance regionhautsdefrance somme aisne oise francais frans 59 62",
    "WAL": "wal wallonie wallonia regionwallonne waalsgewest waals hainaut henegouwen "
    "walloniepicarde picardischwallonie wapi bewal belgiquewallonie wallon walloon walloonregion",
    "VLG": "vlg vl vla vlaanderen flandre flandres flanders vlaams vlaamsgewest regionflamande "
    "westvlaanderen oostvlaanderen flandreoccidentale flandreorientale westflanders bevlg flamand "
    "eastflanders flemish flemishregion belgievlaanderen",
}
SIDES = {
    "buyer": "buyer buyers acheteur acheteurs acheteuse koper kopers aankoper aankopers inkoper "
    "demandeur donneurdordre vrager opdrachtgever",
    "seller": "seller sellers supplier suppliers fournisseur fournisseurs fournisseuse vendeur "
    "vendeurs verkoper verkopers leverancier leveranciers offreur aanbieder provider",
}
YES = "true yes oui ja vrai waar 1 x y o j"
PARTS = re.compile(r"[(),;:/|]| [-–] ")
NO = "false no non nee faux onwaar 0 n"
NEVER = "never jamais nooit veto non no nee neen"


def _by_word(words_of: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in words_of.items() for word in words.split()}


REGION_OF_WORD = _by_word(REGIONS)
SIDE_OF_WORD = _by_word(SIDES)
YES_OR_NO = dict.fromkeys(YES.split(), True) | dict.fromkeys(NO.split(), False)


def region_of(text: str) -> str:
    """Return FR, WAL or VLG for what means it as a whole or in one part, else `text` as it is."""
    whole = REGION_OF_WORD.get(bare(text))
    parts = {REGION_OF_WORD.get(bare(each)) for each in PARTS.split(text)} - {None}
    return whole or (parts.pop() if len(parts) == 1 else None) or text


def side_of(text: str) -> str | None:
    """Return `buyer` or `seller`, or None when `text` means neither."""
    return SIDE_OF_WORD.get(bare(text))


def yes_or_no(text: str) -> bool | None:
    """Return what `text` means, or None when it means neither."""
    return YES_OR_NO.get(bare(text))


def means_never(text: str) -> bool:
    """Tell whether `text`, in place of a rank, is a veto."""
    return bare(text) in NEVER.split()
