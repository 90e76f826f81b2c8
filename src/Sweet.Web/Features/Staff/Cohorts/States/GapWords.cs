using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Cohorts.States;

internal static class GapWords
{
    /// <summary>"Still missing: a join link, a registration window."</summary>
    public static string Of(IReadOnlyList<OpeningGap> gaps) => $"Still missing: {string.Join(", ", gaps.Select(Of))}.";

    public static string Of(OpeningGap gap) => gap switch
    {
        OpeningGap.ClassMeetings => "class meetings",
        OpeningGap.ClassesAreOver => "a class that is still to come",
        OpeningGap.RegistrationWindow => "the beginning and the end of registration",
        OpeningGap.RegistrationIsOver => "a registration that ends later than now",
        OpeningGap.JoinLink => "a join link for every class",
        OpeningGap.CourseIsDraft => "the course itself, which is not published",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, null),
    };
}
