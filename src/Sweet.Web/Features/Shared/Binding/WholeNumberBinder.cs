using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Sweet.Web.Features.Shared.Binding;

/// <summary>Reads every number of every form that may be left empty: what is no whole number is told beside its field.</summary>
public sealed class WholeNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (sent, field) = (bindingContext.ValueProvider.GetValue(bindingContext.ModelName), bindingContext.ModelMetadata);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = sent.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
            bindingContext.Result = ModelBindingResult.Success(null);
        else if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            bindingContext.Result = ModelBindingResult.Success(number);
        else
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, $"Enter a whole number for “{field.DisplayName ?? field.Name}”, in digits");
        return Task.CompletedTask;
    }

    /// <summary>For the properties of forms; an id in a path is read as it is.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata is { MetadataKind: ModelMetadataKind.Property } field && field.ModelType == typeof(int?)
                ? new WholeNumberBinder()
                : null;
    }
}
