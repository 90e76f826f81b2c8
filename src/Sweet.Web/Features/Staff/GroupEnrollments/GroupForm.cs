using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>Several people, one a line, and one payer for all.</summary>
public sealed class GroupForm : HandTermsForm
{
    private const int LinesMaxLength = 30_000;
    private const string NotAsSent = "Open this page again: its form is not as we sent it";

    [Display(Name = "People, one per line",
        Description = "Name, email address, and, if you know them, profession, license number, and state: separated by commas, "
            + "or pasted from a spreadsheet. "
            + "The last word of a name is taken as the last name, unless first and last name stand in two cells.")]
    [Required(ErrorMessage = "Paste the list, one person per line")]
    [DataType(DataType.MultilineText)]
    [StringLength(LinesMaxLength, ErrorMessage = "Shorten the list to {1} characters")]
    public string? Lines { get; set; }

    /// <summary>The list as it was when its slips were last shown: sent again as it is, it is meant so.</summary>
    [DataType(DataType.MultilineText)]
    public string? KeptLines { get; set; }

    /// <summary>Sent twice, the form enrolls once.</summary>
    [StringLength(RandomText.TokenLength, MinimumLength = RandomText.TokenLength, ErrorMessage = NotAsSent)]
    [Required(ErrorMessage = NotAsSent)]
    public string? GroupKey { get; set; }

    public bool IsListKept => KeptLines is not null && KeptLines == Lines;

    public static GroupForm Empty => new() { HoldHours = HoldChoices.Usual, GroupKey = RandomText.Token() };

    /// <inheritdoc/>
    public override int Show(Money price, ModelStateDictionary state)
    {
        // Another list than one that was sent before, behind the browser's back button, is another group.
        state.Remove(nameof(GroupKey));
        GroupKey = RandomText.Token();
        return base.Show(price, state);
    }

    /// <inheritdoc/>
    public override void Forget(ModelStateDictionary state)
    {
        base.Forget(state);
        state.Remove(nameof(KeptLines));
        KeptLines = Lines;
    }

    protected override string WhoInShort() => Lines ?? "";
}
