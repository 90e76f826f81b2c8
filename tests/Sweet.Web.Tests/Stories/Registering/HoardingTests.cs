using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>Seats that nobody pays: a clinic gets its own, and no network gets them all.</summary>
public sealed class HoardingTests : Story
{
    private const string Clinic = "203.0.113.7";

    public HoardingTests() => Site.With("Enrollment:MaxUnpaidHoldsPerClient", "3");

    [Fact]
    public async Task Six_people_of_a_clinic_register_behind_one_address()
    {
        var cohort = await Given.OpenCohort(seats: 30);

        for (var i = 0; i < 6; i++) Assert.IsType<SeatHeld>(await Enroll(cohort, Clinic, browser: $"{i}"));
    }

    [Fact]
    public async Task One_browser_holds_three_whatever_its_network()
    {
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 3; i++) Assert.IsType<SeatHeld>(await Enroll(cohort, $"203.0.{i}.7", browser: "same"));

        Assert.Equal(new Refused(EnrollmentRefusal.TooManyHolds), await Enroll(cohort, "198.51.100.1", browser: "same"));
    }

    [Theory]
    [InlineData("20010DB8000000{0:X2}")]
    [InlineData("20010DB80000{0:X2}00")]
    [InlineData("203.0.113.{0}")]
    public async Task However_many_networks_of_a_prefix_a_fifth_of_what_is_free_is_the_most(string networks)
    {
        var cohort = await Given.OpenCohort(seats: 40);

        var held = 0;
        for (var i = 1; i <= 40; i++)
            if (await Enroll(cohort, string.Format(System.Globalization.CultureInfo.InvariantCulture, networks, i), browser: $"{i}") is SeatHeld) held++;

        Assert.Equal(8, held);
        Assert.IsType<SeatHeld>(await Enroll(cohort, "198.51.100.1", browser: "other"));
    }

    [Fact]
    public async Task Over_many_cohorts_the_bounds_of_a_network_end_it()
    {
        var held = 0;
        for (var c = 0; c < 6; c++)
        {
            var cohort = await Given.OpenCohort(seats: 100);
            for (var i = 0; i < 9; i++)
                if (await Enroll(cohort, Clinic, browser: $"{c}.{i}") is SeatHeld) held++;
        }

        Assert.Equal(9, held);
    }

    [Theory]
    [InlineData("20010DB80000{0:X2}00", 24)]
    [InlineData("20010DB8000000{0:X2}", 15)]
    [InlineData("203.0.113.{0}", 24)]
    public async Task Over_many_cohorts_the_bounds_of_the_wider_networks_end_it_too(string networks, int most)
    {
        var held = 0;
        for (var c = 0; c < 8; c++)
        {
            var cohort = await Given.OpenCohort(seats: 100);
            for (var i = 1; i <= 8; i++)
            {
                var network = string.Format(System.Globalization.CultureInfo.InvariantCulture, networks, (c * 8) + i);
                if (await Enroll(cohort, network, browser: $"{c}.{i}") is SeatHeld) held++;
            }
        }

        Assert.Equal(most, held);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(6, 3)]
    [InlineData(10, 5)]
    [InlineData(20, 6)]
    public async Task Of_a_small_cohort_no_network_has_more_than_half(int seats, int most)
    {
        var cohort = await Given.OpenCohort(seats);

        var held = 0;
        for (var i = 0; i < seats; i++)
            if (await Enroll(cohort, $"203.0.113.{i}", browser: $"{i}") is SeatHeld) held++;

        Assert.Equal(most, held);
    }

    [Theory]
    [InlineData(35, "35 minutes")]
    [InlineData(60, "60 minutes")]
    [InlineData(1_380, "23 hours")]
    public void The_message_says_when_to_try_again_and_never_to_pay_for_others(int holdMinutes, string wait)
    {
        var words = EnrollmentRefusal.TooManyHolds.InWords(holdMinutes);

        Assert.Contains(wait, words, StringComparison.Ordinal);
        Assert.Contains("email us", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay for", words, StringComparison.OrdinalIgnoreCase);
    }

    private Task<EnrollmentResult> Enroll(Cohort cohort, string network, string browser)
    {
        var applicant = new Applicant(Some.Student(), new Origin(null, null, null), Payer: null, cohort.PriceMinor, new Client(network, browser));
        return Site.Do<EnrollStudent, EnrollmentResult>(useCase => useCase.Enroll(cohort.Reference, applicant, CancellationToken.None));
    }
}
