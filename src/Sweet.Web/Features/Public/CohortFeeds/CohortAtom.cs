using System.Xml.Linq;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.CohortFeeds;

public static class CohortAtom
{
    public static XElement Write(IReadOnlyList<FeedCohort> cohorts, string baseUrl) =>
        new(AtomText.Name("feed"),
            new XAttribute(XNamespace.Xml + "lang", Institute.Language),
            new XElement(AtomText.Name("id"), baseUrl + "/courses"),
            new XElement(AtomText.Name("title"), $"{Institute.Name}: open and coming cohorts"),
            AtomText.Updated(cohorts.Count == 0 ? null : cohorts.Max(c => c.Row.ChangedAtUtc)),
            AtomText.Link(baseUrl + "/courses/feed.atom", "self", "application/atom+xml"),
            AtomText.Link(baseUrl + "/courses", "alternate", "text/html"),
            AtomText.Author(Institute.Name),
            cohorts.Select(cohort => Entry(cohort, baseUrl)));

    private static XElement Entry(FeedCohort cohort, string baseUrl) =>
        new(AtomText.Name("entry"),
            new XElement(AtomText.Name("id"), cohort.Id(baseUrl)),
            new XElement(AtomText.Name("title"), cohort.Title),
            AtomText.Updated(cohort.Row.ChangedAtUtc),
            AtomText.Link(baseUrl + cohort.Course.Path, "alternate", "text/html"),
            new XElement(AtomText.Name("content"), new XAttribute("type", "text"), cohort.Text));
}
