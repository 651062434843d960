"""HTTP in, HTML out: one file per noun. Each has a `blueprint`; to add yours, append it here."""

from flask import Blueprint

from views import account, assets, home, policy_page, settings

BLUEPRINTS: tuple[Blueprint, ...] = (
    account.blueprint,
    assets.blueprint,
    home.blueprint,
    policy_page.blueprint,
    settings.blueprint,
)
