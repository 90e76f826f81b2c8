using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>What staff call a cohort: "IPT, January 12, 2027".</summary>
public static class CohortTitle
{
    public static string Of(string code, DateTime firstClassAtUtc, string timeZone) =>
        firstClassAtUtc == default ? $"{code}, without a class" : $"{code}, {ZonedTime.At(firstClassAtUtc, timeZone).Date}";
}
