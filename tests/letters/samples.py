"""The letters' samples, under the name by which the tests have always called them; they live in letters/samples.py."""

from letters.sample_facts.corrections import CORRECTED as CORRECTED
from letters.sample_facts.restrictions import NOTICE as NOTICE
from letters.sample_facts.restrictions import RESTRICTION as RESTRICTION
from letters.sample_facts.warnings import WARNING as WARNING
from letters.samples import CALL as CALL
from letters.samples import EVERY as EVERY
from letters.samples import LETTERS as LETTERS
from letters.samples import MESSAGE as MESSAGE
from letters.samples import PATTERN as PATTERN
from letters.samples import TERMS as TERMS
from letters.samples import sample as sample
