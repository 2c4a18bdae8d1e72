"""What the playground asks of newsfacts, as JSON. It runs in Pyodide, and in the tests anywhere."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import traceback

from newsfacts.checking.configuration import Configuration
from newsfacts.errors import NewsfactsError
from newsfacts.reports.data import finding_data, skipped_data
from newsfacts.view.collecting import collect_text, page_of_all

ENDINGS = {"facts": "facts", "yaml": "facts.yaml", "json": "facts.json"}


def look(text: str, format: str) -> str:
    """The findings of a text, what could not be checked, and its view; or why there are none.

    Places are half-open ranges of code points. Half a character, which a text in JavaScript may have, is replaced. `note` is
    the id of the finding's note in the view.
    """
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    try:
        found = collect_text(text, f"text.{ENDINGS[format]}", Configuration(), format=format)
        findings = [(finding, "") for finding in (*found.unreadable, *found.elsewhere)]
        for article in found.articles:
            findings += [(one, f"f{article.number}-{number}") for number, one in enumerate(article.findings)]
        skipped = [one for article in found.articles for one in article.result.skipped]
        page = with_steering(page_of_all(found, None))
    except NewsfactsError as error:
        return json.dumps({"error": str(error)})
    except Exception:
        return json.dumps({"error": f"newsfacts itself failed; please report it:\n{traceback.format_exc()}"})
    findings.sort(key=lambda pair: pair[0].sort_key)
    return json.dumps({
        "findings": [{**finding_data(finding), "note": note} for finding, note in findings],
        "skipped": [skipped_data(one) for one in skipped],
        "annotations": sum(len(article.document.annotations) for article in found.articles),
        "page": page,
    })  # fmt: skip


STEERING = """
addEventListener("scroll", () => parent.postMessage({at: scrollY}, "*"), {passive: true});
addEventListener("message", ({source, data}) => {
  if (source !== parent) return;
  if (typeof data.at === "number") scrollTo(0, data.at);
  if (typeof data.note !== "string") return;
  document.getElementById(data.note)?.scrollIntoView({block: "center"});
  parent.postMessage({at: scrollY, note: data.note}, "*");
});
"""
"""The frame of the view is of no origin, so the page around it can only send it messages: where to scroll to."""


def steering_hash() -> str:
    """The hash by which a policy allows that script."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(STEERING.encode("utf-8")).digest()).decode("ascii") + "'"


def with_steering(page: str) -> str:
    """The view with that script. What comes before the first and after the last of the words replaced here is no text."""
    page = page.replace("script-src ", f"script-src {html.escape(steering_hash())} ", 1)
    head, _, rest = page.rpartition("</body>")
    return f"{head}<script>{STEERING}</script></body>{rest}"
