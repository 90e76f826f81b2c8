using System.Globalization;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Email.Letters;

/// <summary>How the name of a fact says a moment, a span of time or a secret.</summary>
public static class FactNames
{
    private const int DigestLength = 24;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static string Moment(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The same for all moments of the same span: what is told by it is told once in so long.</summary>
    public static string Window(DateTime utc, TimeSpan length) =>
        new DateTime(utc.Ticks - (utc.Ticks % length.Ticks), DateTimeKind.Utc).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    public static string HourOf(DateTime utc) => Window(utc, Hour);

    /// <summary>Stands for a token or an address, and does not give it away.</summary>
    public static string Digest(string secret) => RetiredLink.HashOf(secret)[..DigestLength];
}
