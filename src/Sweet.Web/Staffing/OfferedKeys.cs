using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace Sweet.Web.Staffing;

/// <summary>
/// The key of an app that is not connected yet travels in the form, where only we can read or make it: the page that offers it
/// writes nothing, and the app at hand works until the new one has shown a code.
/// </summary>
public sealed class OfferedKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>So long may connecting take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("Sweet.OfferedKeys");

    public string Offer(string staffId, string key) =>
        protector.Protect($"{staffId} {key} {clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)}");

    /// <returns>Null if it was offered to another account, too long ago, or never.</returns>
    public string? KeyOf(string staffId, string? offered)
    {
        if (Read(offered) is not [var id, var key, var ticks] || id != staffId) return null;

        var offeredAt = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return clock.GetUtcNow() - offeredAt < Lifetime ? key : null;
    }

    private string[] Read(string? offered)
    {
        try
        {
            return string.IsNullOrEmpty(offered) ? [] : protector.Unprotect(offered).Split(' ');
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}
