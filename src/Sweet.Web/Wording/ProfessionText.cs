using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Wording;

public static class ProfessionText
{
    public static readonly IReadOnlyList<SelectListItem> Choices =
        [.. Enum.GetValues<Profession>().Select(p => new SelectListItem(p.InWords(), p.ToString()))];

    public static string InWords(this Profession profession) => profession switch
    {
        Profession.SocialWorker => "Social worker",
        Profession.MarriageAndFamilyTherapist => "Marriage and family therapist",
        _ => profession.ToString(),
    };

    /// <summary>What is said where the profession stands as another one only because nobody has told it.</summary>
    public const string NotTold = "not told yet";

    public static string InWords(this Profession profession, bool isTold) => isTold ? profession.InWords() : NotTold;

    /// <returns>Null if no profession is called so.</returns>
    public static Profession? Named(string? text) => Enum.GetValues<Profession>().Cast<Profession?>()
        .FirstOrDefault(p => string.Equals(p!.Value.InWords(), text?.Trim(), StringComparison.OrdinalIgnoreCase));
}
