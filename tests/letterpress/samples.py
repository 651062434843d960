"""The letters' samples, under the name by which the tests have always called them (letterpress/samples)."""

from letterpress.samples.facts.corrections import CORRECTED as CORRECTED
from letterpress.samples.facts.restrictions import NOTICE as NOTICE
from letterpress.samples.facts.restrictions import RESTRICTION as RESTRICTION
from letterpress.samples.facts.warnings import WARNING as WARNING
from letterpress.samples.samples import CALL as CALL
from letterpress.samples.samples import EVERY as EVERY
from letterpress.samples.samples import LETTERS as LETTERS
from letterpress.samples.samples import MESSAGE as MESSAGE
from letterpress.samples.samples import PATTERN as PATTERN
from letterpress.samples.samples import TERMS as TERMS
from letterpress.samples.samples import sample as sample
