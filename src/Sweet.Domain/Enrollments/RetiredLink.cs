using System.Security.Cryptography;
using System.Text;

namespace Sweet.Domain.Enrollments;

/// <summary>The hash of a link or calendar token that was replaced: whoever still has it is told so, and shown nothing.</summary>
public sealed class RetiredLink
{
    public const int HashLength = 64;

    private RetiredLink()
    {
    }

    internal RetiredLink(int enrollmentId, string token, DateTime nowUtc)
    {
        EnrollmentId = enrollmentId;
        TokenHash = HashOf(token);
        RetiredAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public DateTime RetiredAtUtc { get; private set; }

    /// <summary>Needs no salt: a token is random through and through.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
