using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Courses;

namespace Sweet.Sandbox.Demonstration;

/// <summary>The runs of the course: one over, the others counted from the day of seeding.</summary>
internal sealed class DemonstrationCohorts(Course course, DateTime nowUtc)
{
    private const string NewYork = "America/New_York";
    private const int Classes = 6;
    private const int Minutes = 120;
    private const int Seats = 30;
    private const int OpenBeforeDays = 30;
    private const int EarlyUntilWeeksBefore = 4;

    private static readonly Actor Seeder = Actor.Worker("demonstration");
    private static readonly Money Price = new(597_00, "USD");
    private static readonly Money EarlyPrice = new(497_00, "USD");
    private static readonly TimeSpan Evening = TimeSpan.FromHours(18);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(10);

    /// <summary>The first one of all: six Tuesdays from 20 August 2024.</summary>
    public Cohort Past()
    {
        var cohort = Planned(new DateTime(2024, 8, 20) + Evening, DemonstrationData.BeganUtc);
        cohort.Open(Seeder, DemonstrationData.BeganUtc);
        cohort.Close(Seeder, cohort.FirstClassAtUtc);
        return cohort;
    }

    public Cohort Full() => Open(FirstDay(DayOfWeek.Wednesday, afterDays: 44) + Evening);

    public Cohort WithSeats() => Open(FirstDay(DayOfWeek.Tuesday, afterDays: 50) + Evening);

    public Cohort AlmostFull() => Open(FirstDay(DayOfWeek.Saturday, afterDays: 54) + Morning);

    public Cohort Draft() => Planned(FirstDay(DayOfWeek.Thursday, afterDays: 120) + Evening, nowUtc);

    /// <summary>Over since some weeks: what registrations of those to come are compared with, and the income of earlier months.</summary>
    public Cohort Before()
    {
        var firstClass = FirstDay(DayOfWeek.Wednesday, afterDays: -91) + Evening;
        var opensAtUtc = nowUtc.AddDays(-91 - 84);
        var cohort = Planned(firstClass, opensAtUtc);
        cohort.Open(Seeder, opensAtUtc);
        return cohort;
    }

    private static void SetEarlyPrice(Cohort cohort, DateTime nowUtc) =>
        cohort.SetEarlyPrice(EarlyPrice, cohort.FirstClassAtUtc.AddDays(-7 * EarlyUntilWeeksBefore), nowUtc);

    private Cohort Open(DateTime firstClass)
    {
        var opensAtUtc = nowUtc.AddDays(-OpenBeforeDays);
        var cohort = Planned(firstClass, opensAtUtc);
        cohort.Open(Seeder, opensAtUtc);
        return cohort;
    }

    private Cohort Planned(DateTime firstClass, DateTime opensAtUtc)
    {
        var reference = $"ipt-{firstClass.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        var cohort = new Cohort(course, reference, NewYork, Seats, Price, opensAtUtc);
        for (var week = 0; week < Classes; week++)
        {
            var meeting = cohort.AddMeeting(firstClass.AddDays(7 * week), Minutes, opensAtUtc);
            cohort.SetJoinUrl(meeting, "https://class.sample.example/ipt", opensAtUtc);
        }

        cohort.SetWhatsAppUrl("https://group.sample.example/ipt", opensAtUtc);
        cohort.SetRegistration(opensAtUtc, cohort.FirstClassAtUtc, opensAtUtc);
        SetEarlyPrice(cohort, opensAtUtc);
        return cohort;
    }

    private DateTime FirstDay(DayOfWeek weekday, int afterDays)
    {
        var day = nowUtc.Date.AddDays(afterDays);
        return DateTime.SpecifyKind(day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7), DateTimeKind.Unspecified);
    }
}
