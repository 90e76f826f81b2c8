using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>A plan as its form shows it, and the one line that lays out classes.</summary>
internal static class CohortFormFilling
{
    private const int YearLength = 4;

    public static CohortForm ToForm(this CohortPlan plan, int? version)
    {
        var zone = plan.Zone;
        var links = plan.Classes.Select(c => c.JoinUrl).Distinct(StringComparer.Ordinal).ToList();
        var common = links is [var only] ? only : null;
        var form = new CohortForm
        {
            TimeZone = plan.TimeZone,
            Meetings = [.. plan.Classes.Select(c => RowOf(c, zone, hasOwnLink: common is null))],
            JoinUrl = common,
            Capacity = Typed.Text(plan.Capacity),
            Minimum = Typed.Text(plan.Minimum),
            DecideOn = plan.DecideOn is { } day ? Typed.Text(day) : null,
            Price = Typed.Text(plan.Price),
            EarlyPrice = Typed.Text(plan.EarlyPrice),
            EarlyUntil = Typed.Text(plan.EarlyUntilUtc, plan.TimeZone),
            EarlyUntilWhich = WhichOf(plan.EarlyUntilUtc, zone),
            Opens = Typed.Text(plan.OpensAtUtc, plan.TimeZone),
            OpensWhich = WhichOf(plan.OpensAtUtc, zone),
            Closes = Typed.Text(plan.ClosesAtUtc, plan.TimeZone),
            ClosesWhich = WhichOf(plan.ClosesAtUtc, zone),
            WhatsAppUrl = plan.WhatsAppUrl,
            Version = version,
        };
        foreach (var field in DoubledOf(form)) form.Doubled.Add(field);
        form.Base = FormField.PrintsOf(form.Fields());
        return form;
    }

    /// <summary>As in the form of a new cohort: the line that lays out classes like these.</summary>
    public static void FillLine(this CohortForm form, CohortPlan plan)
    {
        if (plan.Classes.Count == 0) return;

        var dates = plan.Classes.Select(c => DateOnly.FromDateTime(c.StartsAtLocal)).ToList();
        form.FirstDate = Typed.Text(dates[0]);
        form.From = Typed.Text(TimeOnly.FromDateTime(plan.Classes[0].StartsAtLocal));
        form.Minutes = Typed.Text(plan.Classes[0].Minutes);
        form.Count = Typed.Text(plan.Classes.Count);
        form.DatesFor = form.FirstDate;
    }

    /// <summary>Writes the rows anew from the line, and moves the other dates by as many days as the first date has moved.</summary>
    /// <returns>What is wrong with the line, by its field; nothing where it was laid out.</returns>
    public static IReadOnlyList<(string Field, string Problem)> Lay(this CohortForm form)
    {
        var (first, from) = (Typed.Date(form.FirstDate), Typed.Time(form.From));
        var (minutes, count) = (Typed.Number(form.Minutes), Typed.Number(form.Count));
        List<(string, string)> wrong = [];
        if (first is null) wrong.Add((nameof(form.FirstDate), "Enter the first date, like 2027-03-02"));
        if (from is null) wrong.Add((nameof(form.From), "Enter when the classes begin, like 18:00"));
        if (minutes is null or < 1 or > PlannedClass.MostMinutes)
            wrong.Add((nameof(form.Minutes), $"Enter how many minutes a class takes, up to {PlannedClass.MostMinutes}"));
        if (count is null or < 1 or > CohortPlan.MostClasses)
            wrong.Add((nameof(form.Count), $"Enter a number of classes from 1 to {CohortPlan.MostClasses}"));
        if (wrong.Count > 0) return wrong;

        var skips = DatesIn(form.Skip)
            .Select(text => (Text: text, Day: Typed.DayFrom(text, first!.Value))).ToList();
        if (skips.Find(s => s.Day is null) is { Text: { } odd })
            return [(nameof(form.Skip), $"“{odd}” is not a date. Write it like March 16, or 2027-03-16")];

        var weekday = Enum.TryParse<DayOfWeek>(form.Weekday, out var day) ? day : (DayOfWeek?)null;
        var dates = ClassDates.LayOut(first!.Value, weekday, count!.Value, skips.Select(s => s.Day!.Value).ToHashSet());
        form.Write(dates, from!.Value, minutes!.Value);
        form.Shift(first.Value);
        form.Laid = form.PrintOfLine();
        return [];
    }

    /// <summary>What the Enter key does: it lays out a line that has changed, and saves otherwise.</summary>
    public static void TakeEnter(this CohortForm form)
    {
        if (form.Act != CohortForm.Enter) return;

        var laysOut = form.Meetings.TrueForAll(row => row.IsEmpty) || (form.FirstDate is not null && form.PrintOfLine() != form.Laid);
        form.Act = laysOut ? CohortForm.LayOut : null;
    }

    private static string PrintOfLine(this CohortForm form) =>
        FormField.Print(string.Join('\n', form.FirstDate, form.From, form.Minutes, form.Weekday, form.Count, form.Skip));

    // In "March 16, April 5, 2027" the year is no date of its own.
    private static List<string> DatesIn(string? typed)
    {
        var dates = new List<string>();
        foreach (var part in (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (dates.Count > 0 && part.Length == YearLength && part.All(char.IsAsciiDigit)) dates[^1] += $", {part}";
            else dates.Add(part);
        }

        return dates;
    }

    private static void Write(this CohortForm form, IReadOnlyList<DateOnly> dates, TimeOnly from, int minutes)
    {
        var links = form.Meetings.ConvertAll(row => row.JoinUrl);
        form.Meetings = [.. dates.Select((date, index) => new MeetingForm
        {
            Date = Typed.Text(date),
            From = Typed.Text(from),
            To = Typed.Text(EndOf(date.ToDateTime(from), minutes, TimeZones.Find(form.TimeZone))),
            JoinUrl = index < links.Count ? links[index] : null,
        })];
    }

    // As the clock shows it, also where it is changed during the class.
    private static TimeOnly EndOf(DateTime starts, int minutes, TimeZoneInfo? zone) => TimeOnly.FromDateTime(
        zone is null || zone.IsInvalidTime(starts) || zone.IsAmbiguousTime(starts)
            ? starts.AddMinutes(minutes)
            : ZonedTime.At(new PlannedClass(starts, minutes, JoinUrl: null).EndsAtUtc(zone), zone.Id).Local);

    private static void Shift(this CohortForm form, DateOnly first)
    {
        if (Typed.Date(form.DatesFor) is not { } before) return;

        var days = first.DayNumber - before.DayNumber;
        form.DecideOn = Typed.Date(form.DecideOn) is { } decide ? Typed.Text(decide.AddDays(days)) : form.DecideOn;
        form.EarlyUntil = Shifted(form.EarlyUntil, days);
        form.Opens = Shifted(form.Opens, days);
        form.Closes = Shifted(form.Closes, days);
        form.DatesFor = Typed.Text(first);
    }

    // On the wall: the hour stays over a change of daylight saving.
    private static string? Shifted(string? moment, int days) =>
        moment?.Split('T') is [var date, var time] && Typed.Date(date) is { } day ? $"{Typed.Text(day.AddDays(days))}T{time}" : moment;

    private static IEnumerable<string> DoubledOf(CohortForm form)
    {
        if (form.EarlyUntilWhich is not null) yield return nameof(form.EarlyUntil);
        if (form.OpensWhich is not null) yield return nameof(form.Opens);
        if (form.ClosesWhich is not null) yield return nameof(form.Closes);
    }

    private static string? WhichOf(DateTime? utc, TimeZoneInfo zone)
    {
        if (utc is not { } at) return null;

        var local = ZonedTime.At(at, zone.Id).Local;
        return !zone.IsAmbiguousTime(local) ? null
            : ClassMeeting.UtcOf(local, zone, isFirstOfTwo: true) == at ? CohortForm.First : CohortForm.Second;
    }

    private static MeetingForm RowOf(PlannedClass planned, TimeZoneInfo zone, bool hasOwnLink) => new()
    {
        Date = Typed.Text(DateOnly.FromDateTime(planned.StartsAtLocal)),
        From = Typed.Text(TimeOnly.FromDateTime(planned.StartsAtLocal)),
        To = Typed.Text(TimeOnly.FromDateTime(ZonedTime.At(planned.EndsAtUtc(zone), zone.Id).Local)),
        Which = WhichOf(planned.StartsAtUtc(zone), zone),
        WhichEnd = WhichOf(planned.EndsAtUtc(zone), zone),
        JoinUrl = hasOwnLink ? planned.JoinUrl : null,
        IsDoubled = zone.IsAmbiguousTime(planned.StartsAtLocal),
        IsEndDoubled = zone.IsAmbiguousTime(ZonedTime.At(planned.EndsAtUtc(zone), zone.Id).Local),
        Note = ZonedTime.At(planned.StartsAtUtc(zone), zone.Id).Abbreviation,
    };
}
