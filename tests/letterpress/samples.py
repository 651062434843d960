"""The letters' samples, under the name by which the tests have always called them (letterpress/samples)."""

from letterpress.samples.samples import CALL as CALL
from letterpress.samples.samples import EVERY as EVERY
from letterpress.samples.samples import LETTERS as LETTERS
from letterpress.samples.samples import MESSAGE as MESSAGE
from letterpress.samples.samples import PATTERN as PATTERN
from letterpress.samples.samples import TERMS as TERMS
from letterpress.samples.samples import sample as sample

CORRECTED, NOTICE, RESTRICTION, WARNING = (
    LETTERS[name][0]
    for name in ("incidents/corrected", "declarations/notice", "restrictions/imposed", "warnings/issued")
)
