using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Sweet.Web.Features.Shared;

/// <summary>Something that a reader sees: not only blanks, joiners and fillers. An empty text is for the required rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VisibleTextAttribute : ValidationAttribute
{
    /// <summary>Letters and signs by Unicode's table, and yet drawn as nothing: Hangul fillers, the empty Braille cell.</summary>
    private static readonly int[] Fillers = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } text || text.EnumerateRunes().Any(IsSeen);

    private static bool IsSeen(Rune sign) =>
        !Rune.IsWhiteSpace(sign) && !Fillers.Contains(sign.Value)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);
}
