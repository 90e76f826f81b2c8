using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

/// <summary>A cohort whose second week is the one in which New York puts its clocks forward.</summary>
public sealed class ZonesTests : Story
{
    private const string Hours = "7:00–9:00 pm EST, then EDT from March 16 (New York)";
    private const string Zone = "Times are Eastern Standard Time, and from March 16 on Eastern Daylight Time (New York).";

    private Cohort cohort = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        cohort = await Given.OpenCohort(firstClassLocal: new DateTime(2027, 3, 9, 19, 0, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public async Task The_course_page_names_each_zone_above_its_rows()
    {
        var page = await Visitor.Open("/courses/interpersonal-psychotherapy");

        Assert.Contains(Zone, page.Text, StringComparison.Ordinal);
        Assert.Contains(Hours, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/courses")]
    public async Task Lists_do_not_tell_one_zone_for_all(string address) =>
        Assert.Contains(Hours, (await Visitor.Open(address)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/courses/feed.json")]
    [InlineData("/courses/feed.atom")]
    public async Task Feeds_do_not_tell_one_zone_for_all(string address) =>
        Assert.Contains($"from Tuesday, March 9, 2027, {Hours}.", (await Visitor.Open(address)).Body, StringComparison.Ordinal);

    [Fact]
    public async Task A_student_reads_it_so_from_the_form_to_the_confirmed_place()
    {
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        var held = await Visitor.Register(cohort);
        var enrollment = await Given.ConfirmedEnrollment(cohort);

        Assert.Contains(Hours, form.Text, StringComparison.Ordinal);
        Assert.Contains(Hours, held.Text, StringComparison.Ordinal);
        Assert.Contains(Zone, (await Visitor.Open($"/enrollments/{enrollment.LinkToken}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reader_s_own_time_is_worked_out_from_every_class()
    {
        var hours = (await Visitor.Open("/courses")).Document.QuerySelector(".cohorts [data-starts]")!;

        Assert.Equal(6, hours.GetAttribute("data-starts")!.Split(' ').Length);
        Assert.Equal("-300 -240 -240 -240 -240 -240", hours.GetAttribute("data-offset"));
    }
}
