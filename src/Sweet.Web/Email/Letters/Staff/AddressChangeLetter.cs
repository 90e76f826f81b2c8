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
        "Someone asked to use this address to sign in to a staff account at SWEET Institute.",
        null,
        new Button("Review the change", site.AddressChangeOf(token)),
        new Paragraph("The link works once, within a day. Until you confirm, you sign in with your current address."),
        new Paragraph("Didn’t ask for this? You don’t need to do anything: nothing changes unless you confirm."));
}
