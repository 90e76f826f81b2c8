using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>A form becomes a plan, or says beside each field why not.</summary>
internal sealed class CohortFormReading(CohortForm form, ModelStateDictionary problems, string currency, DateTime nowUtc)
{
    /// <returns>Null where something is wrong.</returns>
    public CohortPlan? Read()
    {
        if (TimeZones.Find(form.TimeZone) is not { } zone)
        {
            problems.AddModelError(nameof(form.TimeZone), "Choose a time zone");
            return null;
        }

        var classes = new MeetingsReading(form, problems, zone).Read();
        var plan = new CohortPlan
        {
            TimeZone = zone.Id,
            Capacity = Number(nameof(form.Capacity), form.Capacity, CohortPlan.MostSeats) ?? 1,
            Minimum = Number(nameof(form.Minimum), form.Minimum, CohortPlan.MostSeats),
            DecideOn = Read<DateOnly>(nameof(form.DecideOn), form.DecideOn, Typed.Date, "Enter the date like 2027-02-16"),
            Price = Price(nameof(form.Price), form.Price) ?? Money.Zero(currency),
            EarlyPrice = Price(nameof(form.EarlyPrice), form.EarlyPrice),
            EarlyUntilUtc = Moment(nameof(form.EarlyUntil), form.EarlyUntil, form.EarlyUntilWhich, zone),
            OpensAtUtc = Moment(nameof(form.Opens), form.Opens, form.OpensWhich, zone),
            ClosesAtUtc = Moment(nameof(form.Closes), form.Closes, form.ClosesWhich, zone),
            WhatsAppUrl = LinkReading.Read(nameof(form.WhatsAppUrl), form.WhatsAppUrl, Cohort.WhatsAppUrlMaxLength, problems),
            Classes = classes,
        };
        CheckTogether(plan, zone);
        return problems.IsValid ? plan : null;
    }

    private void CheckTogether(CohortPlan plan, TimeZoneInfo zone)
    {
        if (plan.Minimum > plan.Capacity) Add(nameof(form.Minimum), "The minimum is more than the capacity");
        if (plan.EarlyPrice?.Minor >= plan.Price.Minor) Add(nameof(form.EarlyPrice), "The early price is not below the price");
        if (form.EarlyPrice is null != form.EarlyUntil is null)
            Add(nameof(form.EarlyUntil), "Enter the early price and its end, or neither");
        if (form.Opens is null != form.Closes is null)
            Add(nameof(form.Opens), "Enter both ends of the registration, or neither");
        if (plan.OpensAtUtc >= plan.ClosesAtUtc) Add(nameof(form.Closes), "Registration ends before it begins");
        if (plan.Classes.Count > 0 && problems.IsValid && plan.ClosesAtUtc > plan.Classes[^1].EndsAtUtc(zone))
            Add(nameof(form.Closes), "Registration ends after the last class");
        CheckDecision(plan, zone);
    }

    private void CheckDecision(CohortPlan plan, TimeZoneInfo zone)
    {
        if (plan.DecideOn is not { } day) return;

        if (plan.Minimum is null && form.Minimum is null) Add(nameof(form.Minimum), "Enter the minimum to decide about, or clear the date");
        if (plan.Classes.Count > 0 && day > DateOnly.FromDateTime(plan.Classes[0].StartsAtLocal))
            Add(nameof(form.DecideOn), "Decide on the day of the first class at the latest");
        // A day that was saved before it passed may stay.
        var isSaved = FormField.ReadPrints(form.Base).GetValueOrDefault(nameof(form.DecideOn)) == FormField.Print(form.DecideOn!);
        if (!isSaved && day < DateOnly.FromDateTime(ZonedTime.At(nowUtc, zone.Id).Local))
            Add(nameof(form.DecideOn), "Enter a day from today on");
    }

    private int? Number(string field, string? text, int most) =>
        Read<int>(field, text, typed => Typed.Number(typed) is { } number && number >= 1 && number <= most ? number : null,
            $"Enter a number from 1 to {most:N0}");

    private DateTime? Moment(string field, string? text, string? which, TimeZoneInfo zone)
    {
        var read = Read<DateTime>(field, text, typed => Typed.Moment(typed, zone, isFirstOfTwo: which == CohortForm.First),
            "Enter a date and a time that the clock shows on that day, like 2027-02-16T18:00");
        if (read is not { } utc || !zone.IsAmbiguousTime(ZonedTime.At(utc, zone.Id).Local)) return read;

        form.Doubled.Add(field);
        if (which is not (CohortForm.First or CohortForm.Second))
            Add($"{field}Which", "This hour comes twice that night, because the clocks go back. Choose which one");
        return read;
    }

    private Money? Price(string field, string? text)
    {
        if (Read<Money>(field, text, typed => Typed.Sum(typed, currency), "Enter a sum, like 597.00") is not { } price) return null;
        if (PriceRules.RefusalFor(price) is not { } refusal) return price;

        Add(field, refusal switch
        {
            PriceRefusal.TooSmall => $"Stripe takes no sum below {PriceRules.SmallestIn(currency)}: enter more, or 0",
            PriceRefusal.TooLarge => "Stripe takes no sum as large as this",
            _ => "This cannot be a price",
        });
        return null;
    }

    private T? Read<T>(string field, string? text, Func<string, T?> read, string problem)
        where T : struct
    {
        if (text is null) return null;
        if (read(text) is { } value) return value;

        Add(field, problem);
        return null;
    }

    private void Add(string field, string problem) => problems.TryAddModelError(field, problem);
}
