using Sweet.Domain.Courses;
using Sweet.Web.Founding;

namespace Sweet.Sandbox.Demonstration;

/// <summary>The institute’s first course, published, with approvals that are samples.</summary>
internal static class DemonstrationCourse
{
    private const decimal Hours = 12;

    private static readonly DateTime BeganUtc = DemonstrationData.BeganUtc;

    private static readonly string[] Professions =
        ["Social workers", "Counselors", "Psychologists", "Marriage and family therapists", "Nurses", "Psychiatrists"];

    public static Course Create()
    {
        var course = FirstCourse.Create(BeganUtc);
        AddSampleApprovals(course);
        course.Publish(BeganUtc);
        return course;
    }

    private static void AddSampleApprovals(Course course)
    {
        foreach (var (index, profession) in Professions.Index())
        {
            var letter = (char)('A' + index);
            var number = $"SAMPLE-{index + 1:0000}";
            var approval = new Approval(profession, Hours, $"Sample body {letter}", number, new DateOnly(2024, 1, 1), validTo: null)
            {
                IsSample = true,
            };
            course.AddApproval(approval, BeganUtc);
        }
    }
}
