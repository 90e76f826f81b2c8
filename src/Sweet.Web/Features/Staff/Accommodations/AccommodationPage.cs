using Microsoft.AspNetCore.Mvc.Rendering;

namespace Sweet.Web.Features.Staff.Accommodations;

public sealed record AccommodationPage(int Id, string Name, string Number, AccommodationForm Form, IReadOnlyList<SelectListItem> Staff)
{
    /// <summary>What another person saved meanwhile, in words; null if no one did.</summary>
    public string? Theirs { get; init; }
}
