namespace Sweet.Domain.Enrollments;

/// <summary>
/// What an enrollment is found by: one column, folded, so that both databases compare it sign by sign. It begins with a blank,
/// as each of its words does.
/// </summary>
public static class EnrollmentSearch
{
    /// <summary>What an index of SQL Server holds of a text, 1,700 bytes, and a little less.</summary>
    public const int KeyMaxLength = 800;

    /// <summary>Nobody types more, and each is compared with each enrollment.</summary>
    public const int MostWords = 6;

    /// <summary>Those that have all of the words in them.</summary>
    /// <param name="words">Of <see cref="FoldedText.WordsOf"/>.</param>
    public static IQueryable<Enrollment> FoundBy(this IQueryable<Enrollment> enrollments, IReadOnlyList<string> words) =>
        words.Take(MostWords).Aggregate(enrollments, (found, word) => found.Where(e => e.SearchKey.Contains(word)));

    /// <summary>After any change of name, address, license or number.</summary>
    internal static void Refind(this Enrollment enrollment)
    {
        var shown = EmailAddress.Shown(enrollment.Email);
        string?[] parts =
        [
            enrollment.Number, enrollment.FirstName, enrollment.LastName, enrollment.CertificateName, enrollment.LicenseNumber,
            enrollment.Email, shown == enrollment.Email ? null : shown,
        ];
        var words = parts.OfType<string>().SelectMany(FoldedText.WordsOf).Distinct(StringComparer.Ordinal);
        enrollment.SearchKey = string.Concat(words.Select(word => $" {word}")).CutTo(KeyMaxLength);
    }
}
