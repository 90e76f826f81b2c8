using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>The classes of a form: a time that no clock shows is refused, one that it shows twice is asked about.</summary>
internal sealed class MeetingsReading(CohortForm form, ModelStateDictionary problems, TimeZoneInfo zone)
{
    public IReadOnlyList<PlannedClass> Read()
    {
        form.Meetings.RemoveAll(row => row.IsEmpty);
        var joinUrl = LinkReading.Read(nameof(form.JoinUrl), form.JoinUrl, ClassMeeting.JoinUrlMaxLength, problems);
        if (form.Meetings.Count == 0) problems.TryAddModelError(nameof(form.FirstDate), "Lay out the classes first, or add one");
        if (form.Meetings.Count > CohortPlan.MostClasses)
            problems.TryAddModelError(nameof(form.Count), $"A cohort has at most {CohortPlan.MostClasses} classes");

        var classes = new List<PlannedClass>();
        foreach (var (index, row) in form.Meetings.Index())
        {
            if (Read($"{nameof(form.Meetings)}[{index}]", index + 1, row, joinUrl) is not { } planned) continue;

            if (classes.Count > 0 && planned.StartsAtUtc(zone) < classes[^1].EndsAtUtc(zone))
                Add(index, nameof(row.Date), $"Class {index + 1} begins before class {classes.Count} ends: put the classes in order");
            classes.Add(planned);
        }

        return classes;
    }

    private PlannedClass? Read(string name, int number, MeetingForm row, string? joinUrl)
    {
        var (date, from, to) = (Typed.Date(row.Date), Typed.Time(row.From), Typed.Time(row.To));
        if (date is null) problems.TryAddModelError($"{name}.Date", $"Class {number}: enter a date, like 2027-03-02");
        if (from is null) problems.TryAddModelError($"{name}.From", $"Class {number}: enter when it begins, like 18:00");
        if (to is null) problems.TryAddModelError($"{name}.To", $"Class {number}: enter when it ends, like 20:00");
        var link = LinkReading.Read($"{name}.JoinUrl", row.JoinUrl, ClassMeeting.JoinUrlMaxLength, problems) ?? joinUrl;
        if (date is null || from is null || to is null) return null;

        var starts = date.Value.ToDateTime(from.Value);
        return from == to
            ? Refused($"{name}.To", $"Class {number} ends when it begins")
            : Read(name, number, row, new PlannedClass(starts, 0, link), date.Value.AddDays(to < from ? 1 : 0).ToDateTime(to.Value));
    }

    private PlannedClass? Read(string name, int number, MeetingForm row, PlannedClass begun, DateTime ends)
    {
        var starts = begun.StartsAtLocal;
        if (!IsShown($"{name}.From", number, starts) | !IsShown($"{name}.To", number, ends)) return null;

        row.IsDoubled = zone.IsAmbiguousTime(starts);
        // What begins in the second of two hours does not end in the first.
        row.IsEndDoubled = zone.IsAmbiguousTime(ends) && !(row.IsDoubled && row.Which == CohortForm.Second);
        var isChosen = IsChosen($"{name}.Which", number, row.IsDoubled, row.Which, starts)
            & IsChosen($"{name}.WhichEnd", number, row.IsEndDoubled, row.WhichEnd, ends);
        if (!isChosen) return null;

        var planned = (begun with { IsFirstOfTwo = row.IsDoubled && row.Which == CohortForm.First })
            .Until(ends, zone, row.IsEndDoubled && row.WhichEnd == CohortForm.First);
        return planned.Minutes switch
        {
            <= 0 => Refused($"{name}.To", $"Class {number} ends before it begins"),
            > PlannedClass.MostMinutes => Refused(
                $"{name}.To", $"Class {number} would last more than {PlannedClass.MostMinutes / 60} hours. Check when it begins and ends"),
            _ => planned,
        };
    }

    private bool IsShown(string field, int number, DateTime local)
    {
        if (!zone.IsInvalidTime(local)) return true;

        problems.TryAddModelError(
            field, $"Class {number}: there is no {Typed.Clock(local)} on that day, because the clocks go forward. Choose another time");
        return false;
    }

    private bool IsChosen(string field, int number, bool isDoubled, string? which, DateTime local)
    {
        if (!isDoubled || which is CohortForm.First or CohortForm.Second) return true;

        problems.TryAddModelError(
            field, $"Class {number}: {Typed.Clock(local)} comes twice that night, because the clocks go back. Choose which one");
        return false;
    }

    private PlannedClass? Refused(string field, string problem)
    {
        problems.TryAddModelError(field, problem);
        return null;
    }

    private void Add(int index, string field, string problem) =>
        problems.TryAddModelError($"{nameof(form.Meetings)}[{index}].{field}", problem);
}
