using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Sweet.Domain;

namespace Sweet.Web.Features.Shared;

/// <summary>
/// Reads every text field of every form: cleaned before its length is looked at, and with a problem told beside the field if it holds,
/// or is, what nobody can see. What was typed is shown again as it was.
/// </summary>
public sealed class TypedTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = TypedText.Clean(sent.FirstValue);
        var isNothing = !TypedText.IsSeen(text);
        if (ProblemOf(text, isNothing, sent.FirstValue, bindingContext.ModelMetadata) is { } problem)
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem);
        else
            bindingContext.Result = ModelBindingResult.Success(isNothing ? null : text);
        return Task.CompletedTask;
    }

    private static string? ProblemOf(string text, bool isNothing, string? typed, ModelMetadata field)
    {
        // The summary of the problems stands far from the field.
        var label = field.DisplayName ?? field.Name;
        if (!isNothing && text.Any(sign => IsHidden(sign, field.DataTypeName == nameof(DataType.MultilineText))))
            return $"“{label}” contains an invisible character, as copied text sometimes does: type it by hand";
        // A field that must be filled in says itself that it is empty.
        return isNothing && !field.IsRequired && !string.IsNullOrWhiteSpace(typed)
            ? $"“{label}” contains only invisible characters: clear it, or type it by hand"
            : null;
    }

    // Joiners stay, names and emoji need them. Overrides and isolates make a name read as another, what has no width makes two names
    // read as one: blanks of no width, soft hyphens, marks of direction, invisible operators, fillers. A text may be hyphenated.
    private static bool IsHidden(char sign, bool isMultiline) =>
        sign is >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F' or '\uFEFF'
            or '\u200B' or '\u200E' or '\u200F' or '\u061C' or '\u034F' or '\u180E'
            or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0' or >= '\uFFF9' and <= '\uFFFB'
        || (sign == '\u00AD' && !isMultiline)
        || (char.IsControl(sign) && sign != '\t' && !(isMultiline && sign == '\n'));

    /// <summary>For the properties of forms; what a path names is read as it is.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata is { MetadataKind: ModelMetadataKind.Property } field && field.ModelType == typeof(string)
                ? new TypedTextBinder()
                : null;
    }
}
