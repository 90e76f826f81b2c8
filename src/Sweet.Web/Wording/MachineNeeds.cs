using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Web.Hosting;

namespace Sweet.Web.Wording;

/// <summary>What every page needs of the machine, and a small container may lack.</summary>
public static class MachineNeeds
{
    private const string NoZones =
        "This machine has no time-zone data, without which no date can be told: install the package tzdata, "
        + "and let TZDIR, if it is set, name the folder that it fills (/usr/share/zoneinfo).";

    private const string NoLanguage =
        "This machine has no data on languages, without which no date or sum can be written: install the package libicu, "
        + "and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.";

    /// <exception cref="StartRefusedException">The machine does not know American English.</exception>
    public static CultureInfo Language() =>
        KnowsLanguage() ? CultureInfo.GetCultureInfo(Institute.Language) : throw new StartRefusedException(NoLanguage);

    /// <returns>What is missing, with what to do; null if nothing is.</returns>
    public static string? Missing() => !KnowsLanguage() ? NoLanguage : KnowsZones() ? null : NoZones;

    private static bool KnowsZones() => TimeZoneInfo.TryFindSystemTimeZoneById(Institute.TimeZone, out _);

    private static bool KnowsLanguage()
    {
        try
        {
            return CultureInfo.GetCultureInfo(Institute.Language).DateTimeFormat.GetMonthName(1) == "January";
        }
        catch (CultureNotFoundException)
        {
            // The framework's only way to say that it has no data.
            return false;
        }
    }
}

public sealed class MachineHealth : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(MachineNeeds.Missing() is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy());
}
