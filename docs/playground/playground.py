"""What the playground asks of newsfacts, as JSON. It runs in Pyodide, and in the tests anywhere."""

from __future__ import annotations

import json
import traceback

from newsfacts.checking.configuration import Configuration
from newsfacts.errors import NewsfactsError
from newsfacts.reports.data import finding_data, skipped_data
from newsfacts.view.collecting import collect_text, page_of_all

ENDINGS = {"facts": "facts", "yaml": "facts.yaml", "json": "facts.json"}


def look(text: str, format: str) -> str:
    """The findings of a text, what could not be checked, and its view; or why there are none.

    Places are half-open ranges of code points. Half a character, which a text in JavaScript may have, is replaced.
    """
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    try:
        found = collect_text(text, f"text.{ENDINGS[format]}", Configuration(), format=format)
        findings = [*found.unreadable, *found.elsewhere]
        findings += [finding for article in found.articles for finding in article.result.findings]
        skipped = [one for article in found.articles for one in article.result.skipped]
        page = page_of_all(found, None)
    except NewsfactsError as error:
        return json.dumps({"error": str(error)})
    except Exception:
        return json.dumps({"error": f"newsfacts itself failed; please report it:\n{traceback.format_exc()}"})
    findings.sort(key=lambda finding: finding.sort_key)
    return json.dumps({
        "findings": [finding_data(finding) for finding in findings],
        "skipped": [skipped_data(one) for one in skipped],
        "annotations": sum(len(article.document.annotations) for article in found.articles),
        "page": page,
    })  # fmt: skip
