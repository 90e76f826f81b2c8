using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Staff;

/// <summary>To the new address: whoever reads it confirms that it is theirs.</summary>
public sealed class AddressChangeLetter(string email, string token) : Letter
{
    public override string Fact => $"staff address change {FactNames.Digest(token)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Asker, email);

    public override LetterContent Content(LetterSite site) => new(
        "Confirm your new address: your staff account at SWEET Institute",
        "A staff account at SWEET Institute is to be signed in to by this address.",
        null,
        new Button("Look at the change", site.AddressChangeOf(token)),
        new Paragraph("The link works once, and for a day. Until you confirm, the address that you had stays in use."),
        new Paragraph("Don’t know of it? You don’t need to do anything: nothing changes unless you confirm."));
}
