"""The Walloon law on clusters as typed objects and pure rule functions. Public names load on first use."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clusterlaw.application import Action as Action
    from clusterlaw.application import Applicant as Applicant
    from clusterlaw.application import Application as Application
    from clusterlaw.application import Appraisal as Appraisal
    from clusterlaw.application import Fee as Fee
    from clusterlaw.application import FormSince as FormSince
    from clusterlaw.application import Indicator as Indicator
    from clusterlaw.application import Member as Member
    from clusterlaw.application import Opinion as Opinion
    from clusterlaw.application import Request as Request
    from clusterlaw.application import View as View
    from clusterlaw.application import Vote as Vote
    from clusterlaw.assessment import Assessment as Assessment
    from clusterlaw.assessment import assess as assess
    from clusterlaw.assumptions import Assumptions as Assumptions
    from clusterlaw.calendar import Calendar as Calendar
    from clusterlaw.calendar import calendar_of as calendar_of
    from clusterlaw.comparison import Comparison as Comparison
    from clusterlaw.comparison import compare as compare
    from clusterlaw.diagnosis import Diagnosis as Diagnosis
    from clusterlaw.diagnosis import diagnose as diagnose
    from clusterlaw.dossier import Cluster as Cluster
    from clusterlaw.dossier import CostLine as CostLine
    from clusterlaw.dossier import Dossier as Dossier
    from clusterlaw.dossier import FirstPeriod as FirstPeriod
    from clusterlaw.dossier import Renewal as Renewal
    from clusterlaw.dossier import YearFacts as YearFacts
    from clusterlaw.drafting import draft as draft
    from clusterlaw.entries import Due as Due
    from clusterlaw.entries import Entry as Entry
    from clusterlaw.errors import FactError as FactError
    from clusterlaw.errors import Problem as Problem
    from clusterlaw.explanation import explain as explain
    from clusterlaw.finding import Determined as Determined
    from clusterlaw.finding import Reason as Reason
    from clusterlaw.finding import Refused as Refused
    from clusterlaw.finding import Step as Step
    from clusterlaw.finding import Undetermined as Undetermined
    from clusterlaw.history import Event as Event
    from clusterlaw.history import History as History
    from clusterlaw.history import history_of as history_of
    from clusterlaw.incomplete import IncompleteYear as IncompleteYear
    from clusterlaw.incomplete import incomplete_years as incomplete_years
    from clusterlaw.inversion import GreatestActivity as GreatestActivity
    from clusterlaw.inversion import LeastCosts as LeastCosts
    from clusterlaw.inversion import NeutralFunding as NeutralFunding
    from clusterlaw.inversion import OwnMeans as OwnMeans
    from clusterlaw.inversion import activity_for_own_means as activity_for_own_means
    from clusterlaw.inversion import costs_for_subsidy as costs_for_subsidy
    from clusterlaw.inversion import funding_that_moves_nothing as funding_that_moves_nothing
    from clusterlaw.inversion import own_means as own_means
    from clusterlaw.law import REGIMES as REGIMES
    from clusterlaw.law import in_force as in_force
    from clusterlaw.law.proposal_2011 import proposal_2011 as proposal_2011
    from clusterlaw.law.selections import SELECTIONS as SELECTIONS
    from clusterlaw.law.selections import selection_of as selection_of
    from clusterlaw.life import Life as Life
    from clusterlaw.life import life_of as life_of
    from clusterlaw.lifecycle import Standing as Standing
    from clusterlaw.lifecycle import state_on as state_on
    from clusterlaw.mix import FundingMix as FundingMix
    from clusterlaw.mix import StatedSources as StatedSources
    from clusterlaw.mix import funding_mix as funding_mix
    from clusterlaw.money import Euro as Euro
    from clusterlaw.money import Percentage as Percentage
    from clusterlaw.opinion import OpinionFinding as OpinionFinding
    from clusterlaw.opinion import check_opinion as check_opinion
    from clusterlaw.path import FundingPath as FundingPath
    from clusterlaw.path import FundingYear as FundingYear
    from clusterlaw.path import funding_path as funding_path
    from clusterlaw.periods import Period as Period
    from clusterlaw.plateaus import Plateau as Plateau
    from clusterlaw.plateaus import plateau as plateau
    from clusterlaw.policy import PolicyState as PolicyState
    from clusterlaw.policy import changes_on as changes_on
    from clusterlaw.policy import policy_on as policy_on
    from clusterlaw.portfolio import Portfolio as Portfolio
    from clusterlaw.portfolio import PortfolioCluster as PortfolioCluster
    from clusterlaw.portfolio import portfolio_of as portfolio_of
    from clusterlaw.portfolio_average import SupportedYear as SupportedYear
    from clusterlaw.portfolio_average import average_under as average_under
    from clusterlaw.portfolio_average import fewest_clusters as fewest_clusters
    from clusterlaw.portfolio_average import mixes_of_ages as mixes_of_ages
    from clusterlaw.portfolio_simulation import Drawn as Drawn
    from clusterlaw.portfolio_simulation import Simulation as Simulation
    from clusterlaw.portfolio_simulation import simulate as simulate
    from clusterlaw.reforms import REFORMS as REFORMS
    from clusterlaw.regime import Regime as Regime
    from clusterlaw.rule import Rule as Rule
    from clusterlaw.rules.proposal import Contribution as Contribution
    from clusterlaw.rules.proposal import Platform as Platform
    from clusterlaw.rules.proposal import Project as Project
    from clusterlaw.rules.proposal import platform_support as platform_support
    from clusterlaw.rules.proposal import project_support as project_support
    from clusterlaw.rules.specific_subsidy import SpecificCost as SpecificCost
    from clusterlaw.rules.specific_subsidy import SpecificSubsidyRequest as SpecificSubsidyRequest
    from clusterlaw.rules.specific_subsidy import specific_subsidy as specific_subsidy
    from clusterlaw.selection import Selection as Selection
    from clusterlaw.sources import Act as Act
    from clusterlaw.sources import Basis as Basis
    from clusterlaw.sources import Citation as Citation
    from clusterlaw.sources import Cited as Cited
    from clusterlaw.sources import Label as Label

_MODULES = {
    "clusterlaw.application": (
        "Action",
        "Applicant",
        "Application",
        "Appraisal",
        "Fee",
        "FormSince",
        "Indicator",
        "Member",
        "Opinion",
        "Request",
        "View",
        "Vote",
    ),
    "clusterlaw.assessment": ("Assessment", "assess"),
    "clusterlaw.assumptions": ("Assumptions",),
    "clusterlaw.comparison": ("Comparison", "compare"),
    "clusterlaw.diagnosis": ("Diagnosis", "diagnose"),
    "clusterlaw.dossier": ("Cluster", "CostLine", "Dossier", "FirstPeriod", "Renewal", "YearFacts"),
    "clusterlaw.drafting": ("draft",),
    "clusterlaw.errors": ("FactError", "Problem"),
    "clusterlaw.explanation": ("explain",),
    "clusterlaw.finding": ("Determined", "Reason", "Refused", "Step", "Undetermined"),
    "clusterlaw.inversion": (
        "GreatestActivity",
        "LeastCosts",
        "NeutralFunding",
        "OwnMeans",
        "activity_for_own_means",
        "costs_for_subsidy",
        "funding_that_moves_nothing",
        "own_means",
    ),
    "clusterlaw.law": ("REGIMES", "in_force"),
    "clusterlaw.law.proposal_2011": ("proposal_2011",),
    "clusterlaw.law.selections": ("SELECTIONS", "selection_of"),
    "clusterlaw.mix": ("FundingMix", "StatedSources", "funding_mix"),
    "clusterlaw.money": ("Euro", "Percentage"),
    "clusterlaw.opinion": ("OpinionFinding", "check_opinion"),
    "clusterlaw.path": ("FundingPath", "FundingYear", "funding_path"),
    "clusterlaw.periods": ("Period",),
    "clusterlaw.plateaus": ("Plateau", "plateau"),
    "clusterlaw.portfolio": ("Portfolio", "PortfolioCluster", "portfolio_of"),
    "clusterlaw.portfolio_average": ("SupportedYear", "average_under", "fewest_clusters", "mixes_of_ages"),
    "clusterlaw.portfolio_simulation": ("Drawn", "Simulation", "simulate"),
    "clusterlaw.reforms": ("REFORMS",),
    "clusterlaw.regime": ("Regime",),
    "clusterlaw.rule": ("Rule",),
    "clusterlaw.rules.proposal": ("Contribution", "Platform", "Project", "platform_support", "project_support"),
    "clusterlaw.rules.specific_subsidy": ("SpecificCost", "SpecificSubsidyRequest", "specific_subsidy"),
    "clusterlaw.selection": ("Selection",),
    "clusterlaw.sources": ("Act", "Basis", "Citation", "Cited", "Label"),
    "clusterlaw.calendar": ("Calendar", "calendar_of"),
    "clusterlaw.entries": ("Due", "Entry"),
    "clusterlaw.history": ("Event", "History", "history_of"),
    "clusterlaw.incomplete": ("IncompleteYear", "incomplete_years"),
    "clusterlaw.life": ("Life", "life_of"),
    "clusterlaw.lifecycle": ("Standing", "state_on"),
    "clusterlaw.policy": ("PolicyState", "changes_on", "policy_on"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = sorted(_HOMES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'clusterlaw' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
