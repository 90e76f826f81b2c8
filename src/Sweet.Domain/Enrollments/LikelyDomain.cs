namespace Sweet.Domain.Enrollments;

/// <summary>What somebody probably meant who typed the domain of an address with a slip. A guess: it may be overruled.</summary>
public static class LikelyDomain
{
    private static readonly string[] Common =
    [
        "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "comcast.net", "verizon.net", "sbcglobal.net",
        "bellsouth.net", "protonmail.com", "googlemail.com", "rocketmail.com", "earthlink.net",
    ];

    /// <summary>One sign away from a common one, and real.</summary>
    private static readonly string[] Real = ["mail.com", "email.com", "ymail.com", "jmail.com", "yahoo.co", "hotmail.co"];

    /// <summary>Endings that do not exist, and those next to them on the keyboard or in the word.</summary>
    private static readonly (string Wrong, string Right)[] Endings =
        [(".con", ".com"), (".cmo", ".com"), (".ocm", ".com"), (".comm", ".com"), (".vom", ".com"), (".ogr", ".org"), (".edi", ".edu")];

    /// <param name="domain">Lower case.</param>
    /// <returns>Null if nothing speaks for a slip.</returns>
    public static string? For(string domain)
    {
        if (Common.Contains(domain) || Real.Contains(domain)) return null;

        foreach (var common in Common)
            if (IsOneSlipFrom(domain, common)) return common;
        foreach (var (wrong, right) in Endings)
            if (domain.EndsWith(wrong, StringComparison.Ordinal)) return domain[..^wrong.Length] + right;
        return null;
    }

    // One sign too many, too few or another, or two signs that have changed places.
    private static bool IsOneSlipFrom(string typed, string meant)
    {
        var same = 0;
        while (same < Math.Min(typed.Length, meant.Length) && typed[same] == meant[same]) same++;
        var (rest, wanted) = (typed[same..], meant[same..]);
        return (rest.Length - wanted.Length) switch
        {
            0 => rest.Length > 0 && (rest[1..] == wanted[1..] || AreSwapped(rest, wanted)),
            1 => rest[1..] == wanted,
            -1 => rest == wanted[1..],
            _ => false,
        };
    }

    private static bool AreSwapped(string rest, string wanted) =>
        rest.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..] == wanted[2..];
}
