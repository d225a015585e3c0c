"""The design Passbook's mission began with, as a peer: one loop over accounts and pages, one row at a time.

Standard library only. Reads one JSON object from stdin ({"apiUrl", "token", "path", "pages": [{"accountId", "from",
"to"}]}), prints one: {"rows", "elapsedMs"}. Each row is looked up with a SELECT, inserted, and committed. SQLite as
Python opens it (rollback journal, synchronous FULL), one request after another on one kept connection.
"""

import http.client
import json
import sqlite3
import sys
import time
import urllib.parse


def main():
    task = json.load(sys.stdin)
    host = urllib.parse.urlsplit(task["apiUrl"]).netloc
    bank = http.client.HTTPConnection(host)
    headers = {"authorization": "Bearer " + task["token"], "x-psu-ip": "127.0.0.1"}
    ledger = sqlite3.connect(task["path"])
    ledger.execute(
        "CREATE TABLE transactions (transaction_id TEXT PRIMARY KEY, account_id TEXT, timestamp TEXT, amount REAL,"
        " currency TEXT, description TEXT, merchant TEXT, category TEXT, type TEXT, raw TEXT)"
    )
    rows = 0
    started = time.perf_counter()
    for page in task["pages"]:
        days = urllib.parse.urlencode({"from": page["from"], "to": page["to"]})
        bank.request("GET", f"/data/v1/accounts/{page['accountId']}/transactions?{days}", headers=headers)
        body = json.loads(bank.getresponse().read())
        for row in body["results"]:
            known = ledger.execute(
                "SELECT 1 FROM transactions WHERE transaction_id = ?", (row["transaction_id"],)
            ).fetchone()
            if known is None:
                ledger.execute(
                    "INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        row["transaction_id"],
                        page["accountId"],
                        row["timestamp"],
                        row["amount"],
                        row["currency"],
                        row["description"],
                        row.get("merchant_name"),
                        row["transaction_category"],
                        row["transaction_type"],
                        json.dumps(row),
                    ),
                )
                rows += 1
            ledger.commit()
    elapsed_ms = (time.perf_counter() - started) * 1000
    ledger.close()
    json.dump({"rows": rows, "elapsedMs": elapsed_ms}, sys.stdout)


main()
