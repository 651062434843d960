"""HTTP in, HTML out: one file per noun. Each has a `blueprint`; to add yours, append it here."""

from flask import Blueprint

from views.appeals.bundle import blueprint as appeal_bundle_pages
from views.appeals.hearing import blueprint as hearing_pages
from views.appeals.letters import blueprint as appeal_letter_pages
from views.appeals.pages import blueprint as appeal_pages
from views.care.pages import blueprint as care_pages
from views.care.statements import blueprint as statement_pages
from views.considerations.pages import blueprint as consideration_pages
from views.contacts.check import blueprint as contact_check_pages
from views.contacts.import_list import blueprint as contact_list_pages
from views.contacts.pages import blueprint as contact_pages
from views.customers.customers import blueprint as customer_pages
from views.customers.life_events import blueprint as life_pages
from views.extreme_route.declaration import blueprint as declaration_pages
from views.extreme_route.notice import blueprint as notice_pages
from views.frame.account import blueprint as account_pages
from views.frame.assets import blueprint as asset_pages
from views.incidents.pages import blueprint as incident_pages
from views.letters.changes import blueprint as letter_change_pages
from views.letters.enclosures import blueprint as enclosure_pages
from views.letters.formats import blueprint as letter_format_pages
from views.letters.letterhead import blueprint as letterhead_pages
from views.letters.pages import blueprint as letter_pages
from views.letters.scans import blueprint as letter_file_pages
from views.letters.translated_passages import blueprint as typed_words_pages
from views.letters.translations import blueprint as translation_pages
from views.letters.wordings import blueprint as wording_pages
from views.markers.access_report import blueprint as looking_pages
from views.markers.decision import blueprint as marker_decision_pages
from views.markers.lifecycle import blueprint as marker_life_pages
from views.markers.pages import blueprint as marker_pages
from views.other_letters.corrections import blueprint as correction_pages
from views.other_letters.side_letters import blueprint as side_letter_pages
from views.pages.calendar import blueprint as calendar_pages
from views.pages.policy import blueprint as policy_pages
from views.pages.today import blueprint as home_pages
from views.post.pages import blueprint as post_pages
from views.restrictions.ending import blueprint as ending_pages
from views.restrictions.measures import blueprint as term_pages
from views.restrictions.named_officers import blueprint as named_officer_pages
from views.restrictions.pages import blueprint as restriction_pages
from views.reviews.steps import blueprint as review_pages
from views.staff.absences import blueprint as absence_pages
from views.staff.conflicts_of_interest import blueprint as conflict_pages
from views.staff.settings import blueprint as settings_pages
from views.staff.signatures import blueprint as signature_pages
from views.warnings.pages import blueprint as warning_pages

BLUEPRINTS: tuple[Blueprint, ...] = (
    absence_pages,
    account_pages,
    appeal_bundle_pages,
    appeal_letter_pages,
    appeal_pages,
    asset_pages,
    calendar_pages,
    care_pages,
    conflict_pages,
    consideration_pages,
    correction_pages,
    contact_check_pages,
    contact_list_pages,
    contact_pages,
    customer_pages,
    declaration_pages,
    enclosure_pages,
    ending_pages,
    life_pages,
    named_officer_pages,
    notice_pages,
    hearing_pages,
    home_pages,
    incident_pages,
    letter_change_pages,
    letter_file_pages,
    letter_format_pages,
    letter_pages,
    letterhead_pages,
    looking_pages,
    marker_decision_pages,
    marker_life_pages,
    marker_pages,
    policy_pages,
    post_pages,
    restriction_pages,
    review_pages,
    settings_pages,
    side_letter_pages,
    signature_pages,
    statement_pages,
    term_pages,
    translation_pages,
    typed_words_pages,
    warning_pages,
    wording_pages,
)
