using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Sweet.Web.Staffing.Passkeys;

/// <summary>
/// The challenge of a page travels in its form, where only we can read or make it: the page that offers it writes nothing.
/// </summary>
public sealed class PasskeyOffers(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A sign-in page may stand open for a while.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("Sweet.PasskeyOffers");

    public PasskeyOffer Offer(string options, string state) =>
        new(options, protector.Protect($"{clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)} {state}"));

    /// <returns>Null if it was offered too long ago, or never.</returns>
    public string? StateOf(string? offered)
    {
        if (Read(offered) is not [var ticks, var state]) return null;

        var offeredAt = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return clock.GetUtcNow() - offeredAt < Lifetime ? state : null;
    }

    private string[] Read(string? offered)
    {
        try
        {
            return string.IsNullOrEmpty(offered) ? [] : protector.Unprotect(offered).Split(' ', 2);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}

/// <param name="Options">For the browser.</param>
/// <param name="State">For the form.</param>
public sealed record PasskeyOffer(string Options, string State);
