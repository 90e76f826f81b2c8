using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Vouchers;

/// <summary>Reads the terms from the form, and writes them into it.</summary>
/// <param name="before">The terms that stand, or null: days that were not touched keep their moment.</param>
internal sealed class ReadVoucher(VoucherForm form, VoucherTerms? before, ModelStateDictionary problems)
{
    public const string Currency = "USD";

    public static VoucherForm Shown(VoucherTerms terms, int version)
    {
        var form = FormOf(terms, version);
        form.Base = FormField.PrintsOf(form.Fields(scope: null));
        return form;
    }

    private static VoucherForm FormOf(VoucherTerms terms, int version) => new()
    {
        Kind = terms.Percent is null ? VoucherKind.Amount : VoucherKind.Percent,
        Value = terms.Percent is { } percent ? Typed.Text(percent) : Typed.Text(new Money(terms.AmountMinor!.Value, Currency)),
        Least = terms.MinimumTotalMinor == 0 ? null : Typed.Text(terms.MinimumTotal),
        Cover = terms.IsForAll ? VoucherCover.All : VoucherCover.Chosen,
        CourseIds = [.. terms.CourseIds],
        CohortIds = [.. terms.CohortIds],
        Uses = Typed.Text(terms.MaxUses),
        UsesByOne = Typed.Text(terms.MaxUsesPerAddress),
        From = FirstDayOf(terms),
        Until = LastDayOf(terms),
        Note = terms.Note,
        Version = version,
    };

    public static VoucherForm Empty(DateTime nowUtc) => new() { From = DayOf(nowUtc), UsesByOne = "1" };

    /// <returns>Null if something in it is wrong: then the problems say what.</returns>
    public VoucherTerms? Terms(VoucherScope scope)
    {
        var isPercent = form.Kind == VoucherKind.Percent;
        var percent = isPercent ? Number(nameof(form.Value), form.Value, 100, "a whole percentage from 1 to 100") : null;
        var amount = isPercent ? null : Sum(nameof(form.Value), form.Value, mayBeEmpty: false);
        var least = Sum(nameof(form.Least), form.Least, mayBeEmpty: true);
        var uses = Number(nameof(form.Uses), form.Uses, Voucher.MostUses, $"how often it can be used, from 1 to {Voucher.MostUses:N0}");
        var byOne = Number(nameof(form.UsesByOne), form.UsesByOne, Voucher.MostUses, "how often one person can use it, from 1");
        var fromUtc = form.From == (before is null ? null : FirstDayOf(before)) ? before?.FromUtc : Day(nameof(form.From), form.From);
        var untilUtc = form.Until is null ? null
            : form.Until == (before is null ? null : LastDayOf(before)) ? before!.UntilUtc
            : Day(nameof(form.Until), form.Until, daysOn: 1);
        if (form.From is null) problems.TryAddModelError(nameof(form.From), "Enter the first day on which it can be used");
        if (untilUtc <= fromUtc && untilUtc != before?.UntilUtc)
            problems.TryAddModelError(nameof(form.Until), "Enter a last day that is not before the first one");
        CheckCover(scope);
        if (!problems.IsValid) return null;

        var terms = new VoucherTerms(percent, amount?.Minor, Currency)
        {
            MinimumTotalMinor = least?.Minor ?? 0,
            MaxUses = uses!.Value,
            MaxUsesPerAddress = Math.Min(byOne!.Value, uses.Value),
            FromUtc = fromUtc!.Value,
            UntilUtc = untilUtc,
            CourseIds = form.Cover == VoucherCover.Chosen ? form.CourseIds : [],
            CohortIds = form.Cover == VoucherCover.Chosen ? form.CohortIds : [],
            Note = form.Note,
        };
        CheckRest(terms, scope);
        return problems.IsValid ? terms : null;
    }

    private void CheckCover(VoucherScope scope)
    {
        if (form.Cover != VoucherCover.Chosen) return;

        var (courses, cohorts) = (scope.Courses.Select(c => c.Id), scope.Cohorts.Select(c => c.Id));
        var isNone = form.CourseIds.Count + form.CohortIds.Count == 0;
        if (isNone || form.CourseIds.Except(courses).Any() || form.CohortIds.Except(cohorts).Any())
            problems.TryAddModelError(nameof(form.Cover), "Check the courses or cohorts that it is for");
    }

    // Stripe would refuse the payment, once somebody holds the seat.
    private void CheckRest(VoucherTerms terms, VoucherScope scope)
    {
        var smallest = PriceRules.SmallestIn(Currency)!.Value.Exact();
        var (least, rest) = (terms.MinimumTotal, terms.TotalOf(terms.MinimumTotal));
        if (!least.IsZero && terms.LeavesTooLittleOf(least))
            problems.TryAddModelError(
                nameof(form.Value),
                $"Of {least.Exact()}, it would leave {rest.Exact()}: more than nothing, but less than Stripe’s minimum of {smallest}");
        var tooLittle = scope.Of(terms)
            .SelectMany(c => c.Prices, (cohort, price) => (Cohort: cohort, Price: price))
            .FirstOrDefault(c => c.Price.Minor >= terms.MinimumTotalMinor && terms.LeavesTooLittleOf(c.Price));
        if (tooLittle.Cohort is { } found)
            problems.TryAddModelError(nameof(form.Value), $"For {found.Name}, it would leave {terms.TotalOf(tooLittle.Price).Exact()} "
                + $"of {tooLittle.Price.Exact()}: more than nothing, but less than Stripe’s minimum of {smallest}");
    }

    private int? Number(string field, string? typed, int most, string what)
    {
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= 1 && number <= most) return number;

        problems.TryAddModelError(field, $"Enter {what}");
        return null;
    }

    private Money? Sum(string field, string? typed, bool mayBeEmpty)
    {
        if (mayBeEmpty && typed is null) return null;
        if (TypedSum.TryRead(typed, out var read) && read is { } units
            && Money.FromUnits(units, Currency) is { Minor: > 0 and <= PriceRules.LargestMinor } sum)
            return sum;

        problems.TryAddModelError(field, "Enter a sum in dollars, like 50 or 49.50");
        return null;
    }

    private DateTime? Day(string field, string? typed, int daysOn = 0)
    {
        if (typed is null) return null;
        if (Typed.Date(typed) is { } day) return OfficeTime.StartOf(day.AddDays(daysOn));

        problems.TryAddModelError(field, "Enter a day, like 2027-01-31");
        return null;
    }

    private static string FirstDayOf(VoucherTerms terms) => DayOf(terms.FromUtc);

    private static string? LastDayOf(VoucherTerms terms) => terms.UntilUtc is { } until ? DayOf(until.AddTicks(-1)) : null;

    private static string DayOf(DateTime utc) => Typed.Text(OfficeTime.DayOf(utc));
}
