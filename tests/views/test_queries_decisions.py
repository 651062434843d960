"""How many times the pages of a decision ask the database: held by number, and no more of a longer file."""

from typing import Any

from policy.customers import customers
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.views import desk
from tests.views.test_queries import ask

FEW, MANY = 2, 25
# What each page may ask at most. More is allowed only for a reason that stands in the commit.
MOST = {
    "considering": 12,
    "begin a warning": 7,
    "draft": 31,
    "reading": 13,
    "issuing": 26,
    "issued": 18,
    "begin a restriction": 11,
    "proposal": 42,
    "measure": 8,
    "authorising": 39,
    "in force": 27,
    "letter": 11,
}


def case(cast: Any, incidents: int) -> dict[str, str]:
    """A file with so many incidents before and after its warning, a draft and a proposal; the address of each page."""
    whose, warning = desk.warned(cast, incidents)
    customers.add_need(cast.omar, whose, "no_internet", "", desk.NOW)
    customers.add_support_worker(cast.omar, whose, {"name": "Beth Larkin", "basis": "Agreed"}, desk.NOW)
    since = [make.incident(cast.carla, whose, desk.ago(3), staff=[(cast.carla, "target")]) for _ in range(incidents)]
    draft = make.draft_warning(cast.omar, whose, since, desk.NOW)
    terms = {
        "channels": {"channels": ["letter", "email"]},
        "named_officer": {"officer": cast.omar, "deputy": cast.olive},
    }
    proposal = make.proposal(cast.omar, whose, warning, since, desk.NOW, terms)
    other, received = desk.warned(cast, incidents)
    later = [make.incident(cast.carla, other, desk.ago(3)) for _ in range(incidents)]
    decided = make.authorised(cast.mark, make.proposal(cast.omar, other, received, later, desk.NOW), desk.NOW)
    restriction_decision.issue(cast.mark, decided, desk.NOW)
    return {
        "considering": f"/customers/{whose.id}/considerations/new?purpose=warning&about={draft.id}",
        "begin a warning": f"/customers/{whose.id}/warnings/new",
        "draft": f"/warnings/{draft.id}",
        "reading": f"/warnings/{draft.id}/reading",
        "issuing": f"/warnings/{draft.id}/issuing",
        "issued": f"/warnings/{warning.id}",
        "begin a restriction": f"/customers/{whose.id}/restrictions/new",
        "proposal": f"/restrictions/{proposal.id}",
        "measure": f"/restrictions/{proposal.id}/terms/named_officer/editing",
        "authorising": f"/restrictions/{proposal.id}/authorising",
        "in force": f"/restrictions/{decided.id}",
        "letter": f"/letters/{warning.letter_id}",
    }


def test_a_page_asks_no_more_than_it_may_and_no_more_of_a_longer_file(signed_in, cast, app):
    short, long = case(cast, FEW), case(cast, MANY)
    mark = signed_in(cast.mark)
    told = {}
    for name, address in short.items():
        told[name] = (len(ask(mark, address)), len(ask(mark, long[name])))
    assert {name: few for name, (few, many) in told.items() if many > few} == {}
    assert {name: few for name, (few, _) in told.items() if few > MOST[name]} == {}
