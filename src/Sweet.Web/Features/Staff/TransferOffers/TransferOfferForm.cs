using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Transfers;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.TransferOffers;

public sealed class TransferOfferForm
{
    public const string LastDayProblem = "Enter a day from today on, within 90 days, like 2026-12-24";

    [Display(Name = "Cohorts")]
    public List<int> CohortIds { get; set; } = [];

    [Display(
        Name = "Last day to choose",
        Description = "The student can choose until the end of this day. After that, the link says that the offer has ended.")]
    public string? LastDay { get; set; }

    public static string Written(DateOnly day) => Typed.Text(day);

    /// <summary>Why what was checked cannot be offered, or null.</summary>
    /// <param name="targets">Those that the page offers now.</param>
    public string? ProblemOf(IEnumerable<int> targets) =>
        CohortIds.Count == 0 ? "Check at least one cohort"
        : CohortIds.Count > TransferOffer.MostCohorts ? $"Check at most {TransferOffer.MostCohorts} cohorts"
        : CohortIds.Except(targets).Any() ? "A cohort that you checked has no free seat anymore, or has begun. Look again"
        : null;

    /// <returns>Null for what is no day, or none that can be.</returns>
    public DateTime? EndsAt(DateTime nowUtc)
    {
        if (Typed.Date(LastDay) is not { } day) return null;
        if (day < OfficeTime.DayOf(nowUtc) || day > OfficeTime.DayOf(nowUtc + TransferOffer.Longest).AddDays(-1)) return null;

        return OfficeTime.StartOf(day.AddDays(1));
    }
}
