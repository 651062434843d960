"""The application is put together here: settings, database, sign-in, headers, pages, faults, commands.

Nobody imports this file; `flask --app app` and the server call `create_app`.
"""

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, g, request
from flask_compress import Compress
from flask_login import current_user
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from werkzeug.middleware.proxy_fix import ProxyFix

import commands
import config
import models
from letterpress import mail
from letterpress.make import sources
from letterpress.print import run_folder
from policy.core import clock, numbers
from policy.staff import people
from views import blueprints
from views.frame import (
    access,
    assets,
    drafts,
    errors,
    filters,
    headers,
    incoming,
    respond,
    sections,
    sessions,
    uploading,
)

HTMX_CONFIG = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "allowScriptTags": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
    "timeout": 20000,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "422", "swap": True},
        {"code": "[45]..", "swap": False, "error": True},
    ],
}


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application under `settings` (over those of the environment). Raises config.Misconfigured."""
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(config.read(os.environ, settings or {}))
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = app.config["COMPRESS_LEVEL"] = 4
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # the token lives as long as its session, which ends by itself
    app.config["WTF_CSRF_SSL_STRICT"] = False  # access.py looks at where a request comes from, with and without https
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if app.config["PROXIES"]:
        count = app.config["PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    _database(app)
    sessions.register(app)
    uploading.register(app)
    access.register(app)
    CSRFProtect(app)
    Htmx(app)
    incoming.register(app)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    app.add_url_rule("/healthz", "healthz", _healthz)
    errors.register(app)
    filters.register(app)
    commands.register(app)
    _templates(app)
    Compress(app)
    headers.register(app)
    return app


def use_data(app: Flask) -> None:
    """Take the database and the data folder that the settings name; those before them are let go."""
    if app.config["DATABASE_URL"].startswith("sqlite"):
        app.config["DATA"].mkdir(mode=0o700, parents=True, exist_ok=True)
    models.connect(app.config["DATABASE_URL"])
    sources.use(app.config["DATA"] / "letters")
    run_folder.use(app.config["DATA"] / "post")
    mail.use(app.config["SMTP_URL"], app.config["MAIL_FROM"])


def _database(app: Flask) -> None:
    """One connection for each request that needs one."""
    use_data(app)

    @app.before_request
    def open_database() -> None:
        if request.endpoint != "assets.show":
            g.opened_database = models.db.connect(reuse_if_open=True)
            models.remember(True)

    @app.teardown_request
    def close_database(_error: BaseException | None) -> None:
        models.remember(False)
        if g.pop("opened_database", False) and not models.db.is_closed():
            models.db.close()


def _healthz() -> Response:
    """For whoever watches the server: says ok when the database answers."""
    models.db.execute_sql("SELECT 1")
    return respond.plainly("ok", 200)


def _organisation() -> dict[str, str]:
    if "organisation" not in g:
        g.organisation = numbers.organisation(clock.now())
    return g.organisation


def _templates(app: Flask) -> None:
    """What every template may use beside its own facts."""
    app.jinja_env.globals.update(
        static_url=assets.static_url,
        organisation=_organisation,
        htmx_config=HTMX_CONFIG,
        demonstration=app.config["DEMO"],
        role_words=people.role_words,
        duties=people.DUTIES,
        me=current_user,
        navigation=sections.navigation,
        arrived=drafts.arrived,
    )
