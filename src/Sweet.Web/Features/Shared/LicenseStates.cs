using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Sweet.Web.Features.Shared;

/// <summary>Who licenses: the states of the United States, the District of Columbia and the territories, or somebody elsewhere.</summary>
public static class LicenseStates
{
    private static readonly string[] Names =
    [
        "Alabama", "Alaska", "American Samoa", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware",
        "District of Columbia", "Florida", "Georgia", "Guam", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky",
        "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska",
        "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Northern Mariana Islands",
        "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Puerto Rico", "Rhode Island", "South Carolina", "South Dakota", "Tennessee",
        "Texas", "U.S. Virgin Islands", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
        "Outside the United States",
    ];

    public static readonly IReadOnlyList<SelectListItem> Choices = [.. Names.Select(name => new SelectListItem(name, name))];

    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);
}

/// <summary>One of the list. An empty one is for the required rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LicenseStateAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } name || LicenseStates.Has(name);
}
