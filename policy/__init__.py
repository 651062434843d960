"""The Unacceptable Customer Behaviour Policy as code: who may do what, when, and the doing. No Flask in here."""
