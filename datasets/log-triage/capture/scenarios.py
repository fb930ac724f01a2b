"""The incidents. A scenario declares its fault, what proves it, and how to inject it; its runs differ in load, noise and decoys."""

from dataclasses import dataclass, field
from typing import Callable, Optional

SCENARIOS = []
INCIDENTS = {}


@dataclass
class Run:
    """One capture of a scenario. The question may name symptoms, never the answer; {time} is the clock time of the onset."""
    question: str
    seed: int
    warm: float = 24
    after: float = 12
    options: dict = field(default_factory=dict)
    params: dict = field(default_factory=dict)
    decoy: Optional[Callable] = None
    fault: Optional[str] = None
    greps: Optional[list] = None
    fetch: Optional[list] = None


@dataclass
class Scenario:
    name: str
    system: type
    fault: str
    error_class: str
    root: str
    onset: tuple
    evidence: list
    fetch: list
    runs: list
    inject: Callable
    greps: list

    @property
    def system_name(self):
        return self.name.split("-")[0]


def scenario(name, system, greps=("ERROR|WARN|timeout",), **declared):
    """Registers the decorated function as the injection of a scenario."""
    def register(inject):
        made = Scenario(name=name, system=system, inject=inject, greps=list(greps), **declared)
        SCENARIOS.append(made)
        for number, run in enumerate(made.runs, 1):
            INCIDENTS[f"{name}-{number}"] = (made, run)
        return inject
    return register


from incidents import billing, content, kafka, ledger, media, registry, sessions, shop, tasks, telemetry, workers  # noqa: E402,F401  (they register themselves)
