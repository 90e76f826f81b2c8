using System.Security.Cryptography;

namespace Sweet.Domain;

/// <summary>Secrets that open something, and numbers that open nothing.</summary>
public static class RandomText
{
    /// <summary>Letters and digits that cannot be taken for each other, and no vowel that could make a word.</summary>
    private const string ReadableAlphabet = "23456789BCDFGHJKLMNPQRSTVWXZ";

    private const string TokenAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The length of a <see cref="Token"/>: 26 signs of 5 bits, 130 random bits.</summary>
    public const int TokenLength = 26;

    /// <summary>At least 128 random bits, in lower case, safe in an address.</summary>
    public static string Token() => RandomNumberGenerator.GetString(TokenAlphabet, TokenLength);

    public static string Readable(int length) => RandomNumberGenerator.GetString(ReadableAlphabet, length);
}
