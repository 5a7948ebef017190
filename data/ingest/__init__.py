"""Read deliveries: workbooks as offices really have them, or issues that say what is wrong.

sniff -> precheck -> read in a limited child process -> find the table -> resolve -> check
"""

from data.ingest.answers import Answer, Option, Question
from data.ingest.delivery import Delivery, read_delivery
from data.ingest.issues import Issue, Severity, message, outcome

__all__ = [
    "Answer",
    "Delivery",
    "Issue",
    "Option",
    "Question",
    "Severity",
    "message",
    "outcome",
    "read_delivery",
]
