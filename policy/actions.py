"""The register of deeds: who may do what under which clause, the question asked first, the deed, and what it leaves.

The one module that knows every noun. Pages, the table "who may do what" and the checks all read this list.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from models import BehaviourWarning, Customer, Declaration, Restriction, User, rows_of
from policy import calendar
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.care import checks as care_checks
from policy.care import feedback, injuries, protective_steps, statements
from policy.considerations import considerations, overrides
from policy.contacts import contacts, import_list
from policy.core import clock, numbers
from policy.core.answers import Answer
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import enclosures, letterhead, translated_passages, translations, wordings
from policy.correspondence import scans as letter_scans
from policy.customers import customers, life_events
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.other_letters import corrections, side_letters
from policy.post import email as letter_email
from policy.post import runs as post_runs
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import named_officers
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import opening as review_opening
from policy.staff import absences, conflicts_of_interest, notifications, people
from policy.warnings import warnings

Question = Callable[..., Answer]
Deed = Callable[..., Any]

LOGS = ("colleague", "officer", "manager", "senior_officer", "safety_lead")
WORKS = ("officer", "manager", "senior_officer")
MANAGER = ("manager",)
SENIOR = ("senior_officer",)
DECIDES = ("manager", "senior_officer")
CARES = ("manager", "safety_lead", "senior_officer")
ADMINISTRATOR = ("administrator",)
TRANSLATES = ("manager", "administrator")


@dataclass(frozen=True)
class Action:
    """One deed: its label, clause and roles (empty: everybody), the question and deed, its event and its letter."""

    name: str
    label: str
    clause: str
    roles: tuple[str, ...]
    question: Question
    deed: Deed
    event: str
    letter: str = ""


_ALL = (
    Action("add_customer", "Add a customer", "7.1", LOGS, customers.may_add, customers.add, "customer_added"),
    Action(
        "edit_customer",
        "Change a customer's details",
        "7.1",
        WORKS,
        customers.may_edit,
        customers.edit,
        "customer_changed",
    ),
    Action(
        "add_way",
        "Record a way to reach a customer",
        "4.11",
        WORKS,
        customers.may_edit,
        customers.add_way,
        "way_recorded",
    ),
    Action(
        "add_need",
        "Record what a customer needs",
        "4.9",
        WORKS,
        customers.may_edit,
        customers.add_need,
        "need_recorded",
    ),
    Action(
        "add_support_worker",
        "Record a support worker",
        "4.10",
        WORKS,
        customers.may_edit,
        customers.add_support_worker,
        "support_worker_recorded",
    ),
    Action(
        "add_representative",
        "Record somebody who speaks for a customer",
        "6.1",
        WORKS,
        customers.may_edit,
        customers.add_representative,
        "representative_recorded",
    ),
    Action(
        "end_detail",
        "End a need, a way to reach them, a support worker or a representative",
        "7.1",
        WORKS,
        customers.may_edit,
        customers.end,
        "need_ended",
    ),
    Action(
        "log_incident",
        "Log an incident",
        "3.2.1",
        LOGS,
        incident_entries.may_log,
        incident_entries.log,
        "incident_logged",
    ),
    Action(
        "add_to_incident",
        "Add a correction, an account or a finding to an incident",
        "4.2",
        LOGS,
        incident_notes.may_add_note,
        incident_notes.add_note,
        "incident_added_to",
    ),
    Action(
        "complete_incident",
        "Add what was left out of an incident",
        "box",
        LOGS,
        incident_notes.may_complete,
        incident_notes.complete,
        "incident_added_to",
    ),
    Action(
        "triage_incident",
        "Decide what to do about an incident",
        "4.2",
        MANAGER,
        incident_notes.may_triage,
        incident_notes.add_note,
        "incident_triaged",
    ),
    Action(
        "take_request",
        "Note what the customer asked for in the same contact",
        "3.2.6",
        LOGS,
        incident_requests.may_take_request,
        incident_requests.take_request,
        "request_taken",
    ),
    Action(
        "pass_request",
        "Pass a reply to a line manager",
        "3.2.7",
        LOGS,
        incident_requests.may_pass_request,
        incident_requests.pass_request,
        "request_passed",
    ),
    Action(
        "answer_request",
        "Record how a request was answered",
        "3.2.6",
        LOGS,
        incident_requests.may_answer_request,
        incident_requests.answer_request,
        "request_answered",
    ),
    Action(
        "consider",
        "Weigh needs, equality and our own part before a decision",
        "4.9",
        MANAGER,
        considerations.may_consider,
        considerations.consider,
        "considered",
    ),
    Action(
        "record_support",
        "Record a try at reaching a support worker",
        "4.10",
        WORKS,
        considerations.may_record_support,
        considerations.record_support,
        "support_worker_tried",
    ),
    Action("draft_warning", "Draft a warning", "box", WORKS, warnings.may_draft, warnings.draft, "warning_drafted"),
    Action(
        "change_warning",
        "Change a draft warning",
        "box",
        WORKS,
        warnings.may_change,
        warnings.change,
        "warning_changed",
    ),
    Action(
        "read_warning",
        "Read a draft warning as the second reader",
        "box",
        WORKS,
        warnings.may_read,
        warnings.read,
        "warning_read",
    ),
    Action(
        "issue_warning",
        "Issue a warning",
        "box",
        MANAGER,
        warnings.may_issue,
        warnings.issue,
        "warning_issued",
        "warnings/issued",
    ),
    Action(
        "withdraw_warning",
        "Withdraw a warning",
        "4.2",
        WORKS,
        warnings.may_withdraw,
        warnings.withdraw,
        "warning_withdrawn",
    ),
    Action(
        "record_delivery",
        "Record how a letter reached the customer, or that it came back",
        "box",
        WORKS,
        letter_delivery.may_record_delivery,
        letter_delivery.record_delivery,
        "letter_posted",
    ),
    Action(
        "attach_scan",
        "Attach a signed copy to a letter that was sent",
        "box",
        WORKS,
        letter_scans.may_attach,
        letter_scans.attach,
        "letter_scan_attached",
    ),
    Action(
        "print_letters",
        "Print the letters that wait, in one go",
        "box",
        WORKS,
        post_runs.may_print,
        post_runs.print_these,
        "post_run_made",
    ),
    Action(
        "make_post",
        "Start the printing of a run of the post again",
        "box",
        WORKS,
        post_runs.may_make,
        post_runs.make,
        "post_run_made",
    ),
    Action(
        "close_post",
        "Say which letters of a run of the post were sent",
        "box",
        WORKS,
        post_runs.may_close,
        post_runs.close,
        "post_run_closed",
    ),
    Action(
        "abandon_post",
        "Put a run of the post aside",
        "box",
        WORKS,
        post_runs.may_abandon,
        post_runs.abandon,
        "post_run_abandoned",
    ),
    Action(
        "email_letter",
        "Send a letter by e-mail",
        "4.11",
        WORKS,
        letter_email.may_email,
        letter_email.send,
        "letter_emailed",
    ),
    Action(
        "settle_email",
        "Say whether an e-mail went of which it is not known",
        "4.11",
        WORKS,
        letter_email.may_settle,
        letter_email.settle,
        "email_refused",
    ),
    Action(
        "propose_restriction",
        "Propose a restriction",
        "4.2",
        WORKS,
        restriction_proposal.may_propose,
        restriction_proposal.propose,
        "restriction_proposed",
    ),
    Action(
        "change_restriction",
        "Change a proposed restriction",
        "4.2",
        WORKS,
        restriction_proposal.may_change,
        restriction_proposal.change,
        "restriction_changed",
    ),
    Action(
        "authorise_restriction",
        "Authorise a restriction",
        "4.3",
        MANAGER,
        restriction_decision.may_authorise,
        restriction_decision.authorise,
        "restriction_authorised",
    ),
    Action(
        "decline_restriction",
        "Decide against a restriction",
        "4.3",
        MANAGER,
        restriction_decision.may_decline,
        restriction_decision.decline,
        "restriction_declined",
    ),
    Action(
        "issue_restriction",
        "Issue a restriction's letter, with which it begins",
        "4.2",
        MANAGER,
        restriction_decision.may_issue,
        restriction_decision.issue,
        "restriction_issued",
        "restrictions/imposed",
    ),
    Action(
        "lift_restriction",
        "Lift a restriction",
        "4.2",
        MANAGER,
        restriction_decision.may_lift,
        restriction_decision.lift,
        "restriction_lifted",
    ),
    Action(
        "settle_ending",
        "Write to a customer that a restriction has ended",
        "4.2",
        WORKS,
        restriction_ending.may_settle,
        restriction_ending.settle,
        "ending_settled",
        "restrictions/ended",
    ),
    Action(
        "declare_extreme",
        "Declare that immediate safety is threatened, so that no warning is given first",
        "4.5",
        MANAGER,
        declarations.may_declare,
        declarations.declare,
        "extreme_declared",
    ),
    Action(
        "second_extreme",
        "Agree, as the second person, to act without a warning",
        "4.5",
        DECIDES,
        declarations.may_second,
        declarations.second,
        "extreme_seconded",
    ),
    Action(
        "refuse_extreme",
        "Refuse, as the second person, to act without a warning",
        "4.5",
        DECIDES,
        declarations.may_refuse,
        declarations.refuse,
        "extreme_refused",
    ),
    Action(
        "look_back",
        "Look back on action without a warning",
        "4.5",
        DECIDES,
        declarations.may_look_back,
        declarations.look_back,
        "extreme_looked_back",
    ),
    Action(
        "withhold_notice",
        "Begin a restriction without telling the customer yet, because telling would be dangerous",
        "4.5",
        MANAGER,
        notices.may_withhold,
        notices.withhold,
        "notice_withheld",
    ),
    Action(
        "withhold_again",
        "Go on not telling a customer, with a fresh reason",
        "4.5",
        MANAGER,
        notices.may_withhold_again,
        notices.withhold_again,
        "notice_withheld_again",
    ),
    Action(
        "send_notice",
        "Send a notice that was withheld",
        "4.5",
        MANAGER,
        notices.may_send,
        notices.send,
        "notice_sent",
        "declarations/notice",
    ),
    Action(
        "record_life_event",
        "Record a death, a move or a new name",
        "7.1",
        WORKS,
        life_events.may_record,
        life_events.write,
        "life_event_recorded",
    ),
    Action(
        "record_telling",
        "Record that somebody was told of a restriction or a marker",
        "4.6",
        WORKS,
        notifications.may_tell,
        notifications.tell,
        "told_of",
    ),
    Action(
        "ask_marker",
        "Ask for a staff-safety marker",
        "4.6",
        LOGS,
        marker_decision.may_ask,
        marker_decision.ask,
        "marker_asked",
    ),
    Action(
        "propose_marker",
        "Propose a staff-safety marker",
        "4.6",
        MANAGER,
        marker_decision.may_propose,
        marker_decision.propose,
        "marker_proposed",
    ),
    Action(
        "change_marker",
        "Change a proposed staff-safety marker",
        "4.6",
        MANAGER,
        marker_decision.may_change,
        marker_decision.change,
        "marker_changed",
    ),
    Action(
        "approve_marker",
        "Approve a staff-safety marker",
        "4.6",
        ("safety_lead", "senior_officer"),
        marker_decision.may_approve,
        marker_decision.approve,
        "marker_approved",
        "markers/notice",
    ),
    Action(
        "decline_marker",
        "Decide against a staff-safety marker",
        "4.6",
        ("manager", "safety_lead"),
        marker_decision.may_decline,
        marker_decision.decline,
        "marker_declined",
    ),
    Action(
        "tell_marker",
        "Tell a customer of a marker that was kept from them",
        "7.1",
        ("manager", "safety_lead"),
        marker_review.may_tell_now,
        marker_review.tell_now,
        "marker_told",
        "markers/notice",
    ),
    Action(
        "withhold_marker",
        "Decide again not to tell a customer of a marker for now",
        "7.1",
        ("manager", "safety_lead"),
        marker_review.may_withhold_again,
        marker_review.withhold_again,
        "marker_withheld",
    ),
    Action(
        "review_marker",
        "Open the review of a staff-safety marker",
        "4.6",
        MANAGER,
        marker_review.may_review,
        marker_review.review,
        "marker_review_opened",
    ),
    Action(
        "remove_marker",
        "Remove a staff-safety marker",
        "4.6",
        ("manager", "safety_lead", "senior_officer"),
        marker_review.may_remove,
        marker_review.remove,
        "marker_removed",
    ),
    Action(
        "settle_marker",
        "Write to a customer that a marker has ended",
        "4.2",
        (*WORKS, "safety_lead"),
        marker_review.may_settle,
        marker_review.settle,
        "marker_settled",
        "markers/removed",
    ),
    Action(
        "open_review",
        "Open a review of a restriction",
        "4.2",
        WORKS,
        review_opening.may_open,
        review_opening.open_review,
        "review_opened",
    ),
    Action(
        "ask_to_lift",
        "Take a request to end a restriction",
        "4.2",
        WORKS,
        review_opening.may_ask_to_lift,
        review_opening.ask_to_lift,
        "lifting_asked",
    ),
    Action(
        "invite_to_review",
        "Invite the customer to comment before a review",
        "4.2",
        WORKS,
        review_opening.may_invite,
        review_opening.invite,
        "review_invited",
        "reviews/invitation",
    ),
    Action(
        "comment_on_review",
        "Record what was said for a review",
        "4.2",
        WORKS,
        review_opening.may_comment,
        review_opening.add_comment,
        "review_commented",
    ),
    Action(
        "change_review",
        "Prepare the decision of a review",
        "4.2",
        WORKS,
        review_opening.may_change,
        review_opening.change,
        "review_changed",
    ),
    Action(
        "hold_review",
        "Decide a review: a restriction ends, goes on or is eased",
        "4.2",
        ("manager", "senior_officer"),
        review_decision.may_hold,
        review_decision.hold,
        "review_held",
        "reviews/continued",
    ),
    Action(
        "set_rule_aside",
        "Set a rule aside, with a reason, where the rule allows it",
        "4.2",
        SENIOR,
        overrides.may_override,
        overrides.override,
        "rule_set_aside",
    ),
    Action(
        "answer_correction",
        "Put a letter right whose incident was corrected, or say why not",
        "7.1",
        MANAGER,
        corrections.may_answer,
        corrections.settle,
        "correction_answered",
        "incidents/corrected",
    ),
    Action(
        "remind",
        "Remind a customer of the arrangement in force",
        "4.4",
        WORKS,
        side_letters.may_remind,
        side_letters.remind,
        "reminder_sent",
        "side_letters/reminder",
    ),
    Action(
        "tell_of_warning_end",
        "Tell a customer kindly that a warning has ended",
        "box",
        WORKS,
        side_letters.may_tell_of_end,
        side_letters.tell_of_end,
        "warning_end_told",
        "side_letters/warning_ended",
    ),
    Action(
        "write_to_supporter",
        "Write to a support worker of a customer",
        "4.10",
        WORKS,
        side_letters.may_write_to_supporter,
        side_letters.write_to_supporter,
        "supporter_written_to",
        "side_letters/support_worker",
    ),
    Action(
        "give_staff_notice",
        "Make a notice for a team or a firm",
        "4.6",
        (*WORKS, "safety_lead"),
        side_letters.may_give_notice,
        side_letters.give_notice,
        "staff_notice_made",
        "side_letters/staff_notice",
    ),
    Action(
        "tell_of_correction",
        "Record who was told what is right",
        "7.1",
        WORKS,
        corrections.may_tell,
        corrections.tell,
        "told_of",
    ),
    Action(
        "declare_conflict",
        "Say that a customer is known privately, and stay out of the file",
        "4.2",
        (),
        conflicts_of_interest.may_declare,
        conflicts_of_interest.declare,
        "conflict_declared",
    ),
    Action(
        "end_conflict",
        "Let somebody into the file of a customer they know privately",
        "4.2",
        SENIOR,
        conflicts_of_interest.may_end,
        conflicts_of_interest.end,
        "conflict_ended",
    ),
    Action("log_contact", "Log a contact", "3.3.3", LOGS, contacts.may_log, contacts.log, "contact_logged"),
    Action(
        "answer_contact",
        "Record a reply that was owed under an arrangement",
        "4.4",
        LOGS,
        contacts.may_reply,
        contacts.reply,
        "contact_answered",
    ),
    Action(
        "record_breach_by_us",
        "Record where we did not keep to an arrangement ourselves",
        "4.4",
        WORKS,
        contacts.may_record_breach,
        contacts.record_breach,
        "breach_by_us_recorded",
    ),
    Action(
        "take_in_contacts",
        "Take in a list of contacts from a log",
        "3.3.3",
        WORKS,
        import_list.may_take_in,
        import_list.take_in,
        "contacts_imported",
    ),
    Action(
        "check_on_colleague",
        "Ask a colleague how they are after an incident",
        "3.2.1",
        CARES,
        care_checks.may_check,
        care_checks.check,
        "care_checked",
    ),
    Action(
        "record_injury",
        "Record a colleague's injury and days off",
        "3.2.1",
        LOGS,
        injuries.may_record,
        injuries.record_injury,
        "injury_recorded",
    ),
    Action(
        "report_injury",
        "Report a colleague's injury to the Health and Safety Executive",
        "3.2.1",
        ("manager", "safety_lead"),
        injuries.may_report,
        injuries.report,
        "injury_reported",
    ),
    Action(
        "take_step",
        "Record a step taken to protect staff",
        "3.2.1",
        CARES,
        protective_steps.may_take,
        protective_steps.take,
        "step_taken",
    ),
    Action(
        "ask_statement",
        "Ask a colleague for a statement",
        "3.2.8",
        CARES,
        statements.may_ask,
        statements.ask,
        "statement_asked",
    ),
    Action(
        "give_statement",
        "Give one's own statement",
        "3.2.8",
        (),
        statements.may_give,
        statements.give,
        "statement_given",
    ),
    Action(
        "tell_reporter",
        "Tell whoever logged an incident what was done",
        "3.2.1",
        CARES,
        feedback.may_tell,
        feedback.tell,
        "reporter_told",
    ),
    Action(
        "sign_off_translation",
        "Record who answers for the translation of a letter",
        "4.11",
        TRANSLATES,
        translations.may_sign_off,
        translations.sign_off,
        "translation_signed_off",
    ),
    Action(
        "withdraw_sign_off",
        "Take back who answers for a translation",
        "4.11",
        TRANSLATES,
        translations.may_withdraw_sign_off,
        translations.withdraw_sign_off,
        "translation_sign_off_withdrawn",
    ),
    Action(
        "take_in_translation",
        "Take in a translator’s file of letters",
        "4.11",
        TRANSLATES,
        translations.may_take_in,
        translations.take_in,
        "translation_taken_in",
    ),
    Action(
        "translate_words",
        "Record how a translator put typed words for a customer",
        "4.11",
        WORKS,
        translated_passages.may_translate,
        translated_passages.translate,
        "words_translated",
    ),
    Action(
        "save_wording",
        "Put our own words of a letter in use",
        "7.1",
        ADMINISTRATOR,
        wordings.may_save,
        wordings.save,
        "wording_saved",
    ),
    Action(
        "withdraw_wording",
        "Go back to the words of a letter that came with Evenhand",
        "7.1",
        ADMINISTRATOR,
        wordings.may_withdraw,
        wordings.withdraw,
        "wording_withdrawn",
    ),
    Action(
        "add_person",
        "Add somebody who works here",
        "7.1",
        ADMINISTRATOR,
        people.may_add_person,
        people.add_person,
        "person_added",
    ),
    Action(
        "set_roles",
        "Give and take roles",
        "4.3",
        ADMINISTRATOR,
        people.may_set_roles,
        people.set_roles,
        "roles_changed",
    ),
    Action(
        "deactivate",
        "End somebody's access",
        "7.1",
        ADMINISTRATOR,
        people.may_deactivate,
        people.deactivate,
        "person_deactivated",
    ),
    Action(
        "reactivate",
        "Give somebody access again",
        "7.1",
        ADMINISTRATOR,
        people.may_reactivate,
        people.reactivate,
        "person_reactivated",
    ),
    Action(
        "reset_password",
        "Give somebody a new first password",
        "7.1",
        ADMINISTRATOR,
        people.may_reset_password,
        people.reset_password,
        "password_reset",
    ),
    Action(
        "change_password",
        "Change one's own password",
        "7.1",
        (),
        people.may_change_password,
        people.change_password,
        "password_changed",
    ),
    Action(
        "make_calendar",
        "Have one's own calendar of what is waiting, without names",
        "7.1",
        (),
        calendar.may_make,
        calendar.make,
        "calendar_opened",
    ),
    Action(
        "close_calendar",
        "Switch off one's own calendar",
        "7.1",
        (),
        calendar.may_close,
        calendar.close,
        "calendar_closed",
    ),
    Action("take_appeal", "Take an appeal in", "4.7", LOGS, appeal_intake.may_take, appeal_intake.take, "appeal_taken"),
    Action(
        "add_to_appeal",
        "Add a ground to an appeal",
        "4.7",
        LOGS,
        appeal_intake.may_add,
        appeal_intake.add,
        "appeal_added_to",
    ),
    Action(
        "assign_appeal",
        "Say who hears an appeal",
        "4.7",
        (*MANAGER, *SENIOR),
        appeal_intake.may_assign,
        appeal_intake.assign,
        "appeal_assigned",
    ),
    Action(
        "acknowledge_appeal",
        "Tell the customer who hears their appeal",
        "4.7",
        WORKS,
        appeal_intake.may_acknowledge,
        appeal_intake.acknowledge,
        "appeal_acknowledged",
        "appeals/acknowledged",
    ),
    Action(
        "suspend_for_appeal",
        "Set a restriction aside while an appeal is heard, or say why not",
        "4.7",
        SENIOR,
        appeal_intake.may_suspend,
        appeal_intake.decide_suspension,
        "appeal_suspension_decided",
    ),
    Action(
        "extend_appeal",
        "Take more time for an appeal, once",
        "4.7",
        SENIOR,
        appeal_intake.may_extend,
        appeal_intake.extend,
        "appeal_extended",
        "appeals/extended",
    ),
    Action(
        "withdraw_appeal",
        "Record that the customer withdrew an appeal",
        "4.7",
        WORKS,
        appeal_intake.may_withdraw,
        appeal_intake.withdraw,
        "appeal_withdrawn",
    ),
    Action(
        "answer_appeal",
        "Write the answer to an appeal",
        "4.7",
        SENIOR,
        appeal_hearing.may_change,
        appeal_hearing.change,
        "appeal_answer_changed",
    ),
    Action(
        "decide_appeal",
        "Decide an appeal, where one had no part in what it is against",
        "4.7",
        SENIOR,
        appeal_hearing.may_decide,
        appeal_hearing.decide,
        "appeal_decided",
        "appeals/outcome",
    ),
    Action(
        "record_absence",
        "Record days away, with what is handed over",
        "4.4",
        LOGS,
        absences.may_record,
        absences.record_absence,
        "absence_recorded",
    ),
    Action(
        "cancel_absence",
        "Cancel an absence",
        "4.4",
        LOGS,
        absences.may_cancel,
        absences.cancel,
        "absence_cancelled",
    ),
    Action(
        "set_working_days",
        "Say on which days somebody works",
        "4.4",
        LOGS,
        absences.may_set_working_days,
        absences.set_working_days,
        "working_days_set",
    ),
    Action(
        "tell_of_cover",
        "Tell a customer who covers for the named officer",
        "4.4",
        WORKS,
        named_officers.may_tell,
        named_officers.tell_of_cover,
        "cover_told",
        "absences/cover",
    ),
    Action(
        "change_officer",
        "Name another officer or deputy",
        "4.4",
        MANAGER,
        named_officers.may_change_officer,
        named_officers.change_officer,
        "officer_changed",
        "absences/changed",
    ),
    Action(
        "set_number",
        "Set a number that the policy leaves open",
        "4.2",
        ADMINISTRATOR,
        numbers.may_set,
        numbers.set_value,
        "setting_changed",
    ),
    Action(
        "change_letterhead",
        "Set the paper of letters: logo, colour, address, lines at the foot",
        "4.2",
        ADMINISTRATOR,
        letterhead.may_change,
        letterhead.change,
        "letterhead_changed",
    ),
    Action(
        "put_back_letterhead",
        "Put an earlier paper of letters back",
        "4.2",
        ADMINISTRATOR,
        letterhead.may_put_back,
        letterhead.put_back,
        "letterhead_changed",
    ),
    Action(
        "set_signature",
        "Put in the picture of one's signature, or of a colleague's",
        "4.3",
        (*WORKS, "safety_lead", "administrator"),
        letterhead.may_set_signature,
        letterhead.set_signature,
        "signature_set",
    ),
    Action(
        "withdraw_signature",
        "Take a signature away, so that letters are signed by hand",
        "4.3",
        (*WORKS, "safety_lead", "administrator"),
        letterhead.may_withdraw_signature,
        letterhead.withdraw_signature,
        "signature_withdrawn",
    ),
    Action(
        "set_enclosure",
        "Say what is enclosed with which letters",
        "4.2",
        ADMINISTRATOR,
        enclosures.may_set_enclosure,
        enclosures.set_enclosure,
        "enclosure_set",
    ),
)
ACTIONS = {action.name: action for action in _ALL}


@dataclass(frozen=True)
class Step:
    """A deed that may come next on a file: the answer now, and the page where it is done."""

    action: Action
    label: str
    answer: Answer
    endpoint: str
    values: dict[str, Any]


def next_steps(actor: User, customer: Customer, now: dt.datetime) -> list[Step]:
    """What may be done next on this file and, for what may not be done yet, every reason why."""
    return list(_steps(actor, customer, now))


def _step(name: str, answer: Answer, endpoint: str, label: str = "", **values: Any) -> Step:
    action = ACTIONS[name]
    return Step(action, label or action.label, answer, endpoint, values)


def _steps(actor: User, customer: Customer, now: dt.datetime) -> Iterator[Step]:
    """Open drafts and proposals first; of each kind the newest is asked in full, so a page costs the same always."""
    if not actor.is_officer:
        return
    draft = _newest(BehaviourWarning, customer, "issued_at", "withdrawn_at")
    if draft is not None:
        yield from _draft_steps(actor, draft, now)
    else:
        yield _step("draft_warning", warnings.may_draft(actor, customer, now), "warnings.new", customer_id=customer.id)
    proposal = _newest(Restriction, customer, "issued_at", "declined_at", "ended_on", "follows_id")
    if proposal is not None:
        yield _proposal_step(actor, proposal, now)
    else:
        yield _step(
            "propose_restriction",
            restriction_proposal.may_propose(actor, customer, now),
            "restrictions.new",
            customer_id=customer.id,
        )
    yield from _other_steps(actor, customer, now)


def _other_steps(actor: User, customer: Customer, now: dt.datetime) -> Iterator[Step]:
    """An end that nobody wrote about, and action without a warning."""
    for row in restriction_ending.unsettled(clock.today(now), customer.id)[:1]:
        asked, label = (
            restriction_ending.may_settle(actor, row, now),
            f"Write that restriction {row.reference} has ended",
        )
        yield _step("settle_ending", asked, "endings.settling", label, restriction_id=row.id)
    waiting = _newest(Declaration, customer, "seconded_at", "refused_at")
    if waiting is not None:
        label, page = f"Decide as the second person on {waiting.reference}", {"declaration_id": waiting.id}
        asked = declarations.may_second(actor, waiting, now)
        yield _step("second_extreme", asked, "declarations.seconding", label, **page)
    elif actor.is_manager:
        asked = declarations.may_declare(actor, customer, now)
        label = "Act without a warning, where people are not safe"
        yield _step("declare_extreme", asked, "declarations.new", label, customer_id=customer.id)


def _newest(table: Any, customer: Customer, *still_open: str) -> Any:
    nothing = " AND ".join(f"{column} IS NULL" for column in still_open)
    found = rows_of(table, f"WHERE customer_id = ? AND {nothing} ORDER BY id DESC LIMIT 1", customer.id)
    return next(iter(found), None)


def _draft_steps(actor: User, draft: BehaviourWarning, now: dt.datetime) -> Iterator[Step]:
    name, page = draft.reference, {"warning_id": draft.id}
    yield _step("change_warning", warnings.may_change(actor, draft, now), "warnings.show", f"Go on with {name}", **page)
    if draft.read_by_id is None or draft.read_version != draft.version:
        label = f"Read {name} as the second reader"
        yield _step("read_warning", warnings.may_read(actor, draft, now), "warnings.show", label, **page)
    yield _step(
        "issue_warning", warnings.may_issue(actor, draft, now), "warnings.show", f"Issue warning {name}", **page
    )


def _proposal_step(actor: User, proposal: Restriction, now: dt.datetime) -> Step:
    name, page = proposal.reference, {"restriction_id": proposal.id}
    if proposal.authorised_at is None:
        asked = restriction_decision.may_authorise(actor, proposal, now)
        return _step("authorise_restriction", asked, "restrictions.show", f"Authorise restriction {name}", **page)
    asked = restriction_decision.may_issue(actor, proposal, now)
    return _step("issue_restriction", asked, "restrictions.show", f"Issue the letter of restriction {name}", **page)
