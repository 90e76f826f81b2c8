using Sweet.Domain;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Enrollments;

namespace Sweet.Sandbox.Previews;

/// <summary>What staff do to a whole cohort, as its students are told of it.</summary>
internal static class CohortSamples
{
    private static readonly Actor Preview = Actor.Worker("preview");

    public static CohortNews News(this LetterSamples samples) => new(
        samples.Confirmed().Cohort,
        "Class 3 moves to Thursday, January 28",
        [new FieldChange("Class 3", "Tuesday, January 26, 2027, 6:00–8:00 pm EST", "Thursday, January 28, 2027, 6:30–8:30 pm EST")],
        "Our teacher is at a conference on that Tuesday.", lastId: 0, samples.NowUtc);

    public static IEnumerable<(string Name, Enrollment Enrollment)> Canceled(this LetterSamples samples)
    {
        foreach (var (name, enrollment) in new[] { ("refunded", samples.Confirmed()), ("a bank works on it", samples.Processing()) })
        {
            _ = new CohortCancellation(
                enrollment.Cohort, "Fewer people registered than a good group needs.", note: null, live: [], Preview, samples.NowUtc);
            enrollment.EndWithCohort(Preview, samples.NowUtc);
            yield return (name, enrollment);
        }
    }
}
