using System.Security.Cryptography;

namespace Sweet.Domain;

public static class RandomText
{
    /// <summary>Letters and digits that cannot be taken for each other, and no vowel that could make a word.</summary>
    private const string ReadableAlphabet = "23456789BCDFGHJKLMNPQRSTVWXZ";

    private const string TokenAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public const int TokenLength = 26;

    /// <summary>At least 128 random bits, in lower case, safe in an address.</summary>
    public static string Token() => RandomNumberGenerator.GetString(TokenAlphabet, TokenLength);

    public static string Readable(int length) => RandomNumberGenerator.GetString(ReadableAlphabet, length);
}
