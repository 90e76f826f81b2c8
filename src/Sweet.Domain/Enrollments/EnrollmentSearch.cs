namespace Sweet.Domain.Enrollments;

/// <summary>
/// What an enrollment is found by: one column, folded, so that both databases compare it sign by sign. It begins with the last name,
/// so that rosters are sorted by it; before each of its words stands a blank.
/// </summary>
public static class EnrollmentSearch
{
    /// <summary>What an index of SQL Server holds of a text, 1,700 bytes, and a little less.</summary>
    public const int KeyMaxLength = 800;

    /// <summary>Nobody types more, and each is compared with each enrollment.</summary>
    public const int MostWords = 6;

    /// <summary>Those that have all of the words in them; each has a key, and that is said so that the key's index is used.</summary>
    /// <param name="words">Of <see cref="FoldedText.WordsOf"/>.</param>
    public static IQueryable<Enrollment> FoundBy(this IQueryable<Enrollment> enrollments, IReadOnlyList<string> words) =>
        words.Take(MostWords).Aggregate(
            enrollments.Where(e => e.SearchKey != ""), (found, word) => found.Where(e => e.SearchKey.Contains(word)));

    /// <summary>After any change of name, address, license or number.</summary>
    internal static void Refind(this Enrollment enrollment)
    {
        var shown = EmailAddress.Shown(enrollment.Email);
        // The money's record is found by its number, and by nothing that was theirs.
        string?[] parts = enrollment.ErasedAtUtc is not null ? [enrollment.Number] :
        [
            enrollment.LastName, enrollment.FirstName, enrollment.CertificateName, enrollment.Number, enrollment.LicenseNumber,
            enrollment.Email, shown == enrollment.Email ? null : shown,
        ];
        var words = parts.OfType<string>().SelectMany(FoldedText.WordsOf).Distinct(StringComparer.Ordinal);
        enrollment.SearchKey = string.Concat(words.Select(word => $" {word}")).CutTo(KeyMaxLength);
    }
}
