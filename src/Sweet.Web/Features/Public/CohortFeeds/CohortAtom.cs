using System.Xml.Linq;
using Sweet.Web.Features.Public.Shared;

namespace Sweet.Web.Features.Public.CohortFeeds;

public static class CohortAtom
{
    public static XElement Write(IReadOnlyList<FeedCohort> cohorts, string baseUrl) =>
        AtomText.Feed(
            baseUrl + "/courses", "open and coming cohorts", cohorts.Count == 0 ? null : cohorts.Max(c => c.Row.ChangedAtUtc),
            cohorts.Select(cohort => Entry(cohort, baseUrl)));

    private static XElement Entry(FeedCohort cohort, string baseUrl) =>
        new(AtomText.Name("entry"),
            new XElement(AtomText.Name("id"), cohort.Id(baseUrl)),
            new XElement(AtomText.Name("title"), cohort.Title),
            AtomText.Updated(cohort.Row.ChangedAtUtc),
            AtomText.Link(baseUrl + cohort.Course.Path, "alternate", "text/html"),
            new XElement(AtomText.Name("content"), new XAttribute("type", "text"), cohort.Text));
}
