using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

/// <summary>Of what staff edit, every change raises the version that two of them are kept apart by.</summary>
public class VersionTests
{
    private static readonly DateTime Later = Some.Now.AddHours(1);

    private static readonly Dictionary<string, Action<Course>> Courses = new(StringComparer.Ordinal)
    {
        ["fee"] = course => course.SetRefundFee(20, Later),
        ["week"] = course => course.AddWeek("Topic 7", "Name the aim.", Later),
        ["question"] = course => course.AddQuestion("Why?", "Because.", Later),
        ["approval"] = course => course.AddApproval(new Approval("Nurses", 12, "A body", "1", new DateOnly(2024, 1, 1), null), Later),
    };

    private static readonly Dictionary<string, Action<Cohort>> Cohorts = new(StringComparer.Ordinal)
    {
        ["meeting"] = cohort => cohort.AddMeeting(new DateTime(2027, 2, 23, 19, 0, 0, DateTimeKind.Unspecified), 120, Later),
        ["meeting's time"] = cohort => cohort.MoveMeeting(cohort.Meetings[0], new DateTime(2027, 1, 13, 19, 0, 0, DateTimeKind.Unspecified), 90, Later),
        ["link to join"] = cohort => cohort.SetJoinUrl(cohort.Meetings[0], "https://class.example", Later),
        ["group"] = cohort => cohort.SetWhatsAppUrl("https://group.example", Later),
        ["early price"] = cohort => cohort.SetEarlyPrice(new Money(49_700, "USD"), Later, Later),
        ["registration"] = cohort => cohort.SetRegistration(Some.Now, cohort.FirstClassAtUtc, Later),
        ["closed"] = cohort => cohort.Close(Some.Staff, Later),
    };

    public static TheoryData<string> OfCourses => [.. Courses.Keys];

    public static TheoryData<string> OfCohorts => [.. Cohorts.Keys];

    [Theory]
    [MemberData(nameof(OfCourses))]
    public void A_course_that_is_changed_says_so(string change)
    {
        var course = Some.Course();
        var before = course.Version;

        Courses[change](course);

        Assert.Equal((before + 1, Later), (course.Version, course.UpdatedAtUtc));
    }

    [Theory]
    [MemberData(nameof(OfCohorts))]
    public void A_cohort_that_is_changed_says_so(string change)
    {
        var cohort = Some.OpenCohort();
        var before = cohort.Version;

        Cohorts[change](cohort);

        Assert.Equal((before + 1, Later), (cohort.Version, cohort.UpdatedAtUtc));
    }

    [Fact]
    public void Publishing_a_second_time_changes_nothing()
    {
        var course = Some.Course();
        var before = (course.Version, course.UpdatedAtUtc, course.PublishedAtUtc);

        course.Publish(Later);

        Assert.Equal(before, (course.Version, course.UpdatedAtUtc, course.PublishedAtUtc));
    }

    [Fact]
    public void Seats_that_are_taken_and_given_back_change_nothing_that_staff_edit()
    {
        var cohort = Some.OpenCohort();
        var before = (cohort.Version, cohort.UpdatedAtUtc);

        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);
        cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, Some.Now);

        Assert.Equal(before, (cohort.Version, cohort.UpdatedAtUtc));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_fee_is_a_share(int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Course().SetRefundFee(percent, Some.Now));
}
