using Sweet.Domain.Cases;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Staff;

/// <summary>To the staff's address: what only a person can act on. Ids and sums, never a name or an address.</summary>
/// <param name="fact">Names the fact, like "case 12 opened".</param>
public sealed class StaffNoticeLetter(string fact, string subject, string text) : Letter
{
    /// <summary>The case that it tells of, or null.</summary>
    public OpenCase? About { get; init; }

    public override string Fact => $"staff {fact}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => null;

    public override Standing Standing => About is null ? Standing.Always : Standing.WhileCaseIsOpen(About);

    public override Addressee To(LetterSite site) => new(Recipient.Staff, site.Staff);

    public override LetterContent Content(LetterSite site) => new(subject, text, null);
}
